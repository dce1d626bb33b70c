import { changesOf } from './changes.js';

describe('what an update changes', () => {
  const current = {
    name: 'Kvarnen Ab',
    phone: null,
    at: new Date('2026-05-01T10:00:00Z'),
    tags: ['a', 'b'],
    addresses: [{ city: 'Vasa', street: null }],
    source: { kind: 'event', what: 'Messut' },
  };

  it('is nothing when everything is as it was, however it is written', () => {
    const given = {
      ...current,
      phone: undefined,
      at: new Date('2026-05-01T13:00:00+03:00'),
      tags: ['a', 'b'],
      addresses: [{ city: 'Vasa' }],
      source: { kind: 'event', what: 'Messut' },
    };
    expect(changesOf(current, given)).toEqual({});
  });

  it.each([
    ['another value', { name: 'Kvarnen Oy' }],
    ['a value where there was none', { phone: '+358401234567' }],
    ['null where there was a value', { name: null }],
    ['another time', { at: new Date('2026-05-01T10:00:00.001Z') }],
    ['another order', { tags: ['b', 'a'] }],
    ['a shorter list', { tags: ['a'] }],
    ['an empty list', { addresses: [] }],
    ['a nested value that is left out', { source: { kind: 'event' } }],
    ['a nested value that is new', { addresses: [{ city: 'Vasa', country: 'FI' }] }],
  ])('is %s', (_, given) => {
    expect(changesOf(current, { tags: current.tags, ...given })).toEqual(given);
  });
});
