import { fateOf, isNews, roleLinkOf, usualPurposeFor } from './letter.js';

const at = '2026-11-23T10:00:00.000Z';
const sent = { status: 'handed_over', createdAt: at, bouncedAt: null, bounceKind: null, complainedAt: null };
const soon = new Date('2026-11-24T10:00:00.000Z');

describe('what a letter has to do with somebody’s work', () => {
  it('is their area, or the sender’s reason', () => {
    expect(roleLinkOf({ kind: 'area', reason: '' }, 'Siivous')).toEqual({ areas: ['Siivous'] });
    expect(roleLinkOf({ kind: 'other', reason: ' runs it ' }, 'Siivous')).toEqual({ roleReason: 'runs it' });
  });

  it('is nothing where nothing is said', () => {
    expect(roleLinkOf({ kind: null, reason: 'left over' }, 'Siivous')).toEqual({});
    expect(roleLinkOf({ kind: 'area', reason: '' }, null)).toEqual({});
    expect(roleLinkOf({ kind: 'other', reason: '  ' }, 'Siivous')).toEqual({});
  });
});

describe('the usual purpose', () => {
  it('is service for customers, and selling for everybody else', () => {
    const of = (relationship: 'customer' | 'prospect' | 'former') =>
      usualPurposeFor({ company: { id: 'a', name: 'Kvarnen', relationship } });
    expect(of('customer')).toBe('service');
    expect(of('prospect')).toBe('direct_marketing');
    expect(of('former')).toBe('direct_marketing');
    expect(usualPurposeFor({ company: null })).toBe('direct_marketing');
  });
});

describe('what became of a message', () => {
  it('is told by the latest news', () => {
    expect(fateOf(sent)).toBe('handed_over');
    expect(fateOf({ ...sent, bouncedAt: at, bounceKind: 'hard' })).toBe('bounced');
    expect(fateOf({ ...sent, bouncedAt: at, complainedAt: at })).toBe('complained');
  });

  it('is news until it has arrived or was cancelled', () => {
    expect(isNews(sent, soon)).toBe(false);
    expect(isNews({ ...sent, status: 'cancelled' }, soon)).toBe(false);
    for (const status of ['waiting', 'in_doubt', 'stopped', 'failed', 'kept'])
      expect(isNews({ ...sent, status }, soon)).toBe(true);
    expect(isNews({ ...sent, bouncedAt: at, bounceKind: 'soft' }, soon)).toBe(true);
  });

  it('is no news after a month, unless it still waits', () => {
    const later = new Date('2027-01-10T10:00:00.000Z');
    expect(isNews({ ...sent, status: 'stopped' }, later)).toBe(false);
    expect(isNews({ ...sent, status: 'waiting' }, later)).toBe(true);
  });
});
