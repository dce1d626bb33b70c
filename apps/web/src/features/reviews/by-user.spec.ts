import type { ReviewItem } from '../../api/model.js';
import { byUser } from './by-user.js';

const item = (id: string, name: string): ReviewItem => ({
  id,
  reviewId: 'r',
  user: { id: name, name },
  duty: null,
  role: 'salesperson',
  grantId: id,
  reason: 'account_made',
  grantedBy: null,
  grantedAt: '2026-01-01T00:00:00Z',
  endsAt: null,
  reviewer: { id: 'x', name: 'X' },
  state: 'open',
  decidedAt: null,
  decidedBy: null,
  alarmed: false,
  canAnswer: true,
});

it('puts what a review asks about a user together, users by name as the language sorts them', () => {
  const found = byUser([item('1', 'Åsa'), item('2', 'Mikko'), item('3', 'Åsa')], 'fi');
  expect(found.map(({ user, items }) => [user.name, items.map(({ id }) => id)])).toEqual([
    ['Mikko', ['2']],
    ['Åsa', ['1', '3']],
  ]);
});
