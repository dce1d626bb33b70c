import { channels, type LegalBasis, type PurposeClass } from '@seloste/kernel';
import fc from 'fast-check';
import { decide } from './decide.js';
import { grounds, refusals } from './decision.js';
import type { Facts } from './facts.js';
import { march, now, someFacts } from '../../../../test/support/some-facts.js';

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const time = fc.integer({ min: 1, max: 6 }).map(march);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 2 });
const purposes = someFacts().purposes.map(({ key }) => key);
const id = fc.uuid();
const reach = { id, channel: anyOf('all' as const, ...channels), purpose: anyOf('all', ...purposes) };

const objection = fc.record({ ...reach, objectedAt: time, withdrawnAt: maybe(time) });
const suppression = fc.record({
  ...reach,
  kind: anyOf('email' as const, 'phone' as const),
  reason: anyOf('objection' as const, 'complaint' as const, 'erasure' as const),
  since: time,
});
const consent = fc.record({
  ...reach,
  purpose: anyOf(...purposes),
  obtainedAt: time,
  needsConfirmation: fc.boolean(),
  confirmedAt: maybe(time),
  withdrawnAt: maybe(time),
});
const bases: fc.Arbitrary<LegalBasis> = anyOf(
  'consent',
  'contract',
  'legal_obligation',
  'legitimate_interest',
);
const rows = <T extends { id: string }>(of: fc.Arbitrary<T>) =>
  fc.uniqueArray(of, { selector: (row) => row.id, maxLength: 3 });

const facts: fc.Arbitrary<Facts> = fc
  .record({
    title: maybe(anyOf('Ostaja', '')),
    areaOfResponsibility: maybe(anyOf('Hankinnat', 'Talous')),
    company: maybe(fc.record({ id, isSoleTrader: fc.boolean(), hasAddress: fc.boolean() })),
    email: maybe(
      fc.record({
        class: anyOf('shared' as const, 'named' as const, 'private' as const),
        undeliverableSince: fc.constant(null),
      }),
    ),
    objections: rows(objection),
    companyObjections: rows(objection),
    suppressions: rows(suppression),
    consents: rows(consent),
    sales: rows(fc.record({ id, soldOn: anyOf('2026-01-01', '2026-02-02') })),
    notice: maybe(fc.record({ id, dueOn: anyOf('2026-05-01', '2026-06-01') })),
    bases: fc.uniqueArray(fc.record({ purpose: anyOf(...purposes), basis: bases }), {
      selector: ({ purpose }) => purpose,
      maxLength: 2,
    }),
  })
  .map((given) => someFacts(given));

const attempt = fc.record({
  channel: anyOf(...channels),
  purpose: anyOf(...purposes),
  areas: maybe(fc.array(anyOf('Hankinnat', 'Tuotanto'), { maxLength: 2 })),
  roleReason: maybe(anyOf('pyysi', ' ')),
});

const classOf = (key: string): PurposeClass | undefined =>
  someFacts().purposes.find((purpose) => purpose.key === key)?.class;

describe('whatever is on record', () => {
  it('an objection never widens what is allowed (H12, C8)', () => {
    fc.assert(
      fc.property(facts, attempt, objection, fc.boolean(), (known, asked, said, isCompanys) => {
        const list = isCompanys ? 'companyObjections' : 'objections';
        const after = { ...known, [list]: [...known[list], said] };
        expect(Number(decide(after, asked, now).allowed)).toBeLessThanOrEqual(
          Number(decide(known, asked, now).allowed),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('a suppression or the withdrawal of a consent never widens it either', () => {
    fc.assert(
      fc.property(facts, attempt, suppression, time, (known, asked, said, at) => {
        const before = Number(decide(known, asked, now).allowed);
        const suppressed = { ...known, suppressions: [...known.suppressions, said] };
        expect(Number(decide(suppressed, asked, now).allowed)).toBeLessThanOrEqual(before);
        const [first, ...others] = known.consents;
        if (!first || first.withdrawnAt) return;
        const withdrawn = { ...known, consents: [{ ...first, withdrawnAt: at }, ...others] };
        expect(Number(decide(withdrawn, asked, now).allowed)).toBeLessThanOrEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order in which it was recorded does not matter', () => {
    const shuffled = fc.tuple(facts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(shuffled, attempt, ([known, chance], asked) => {
        const mix = <T>(list: T[]): T[] =>
          list
            .map((row) => ({ row, place: chance.next().value as number }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ row }) => row);
        const other: Facts = {
          ...known,
          objections: mix(known.objections),
          companyObjections: mix(known.companyObjections),
          suppressions: mix(known.suppressions),
          consents: mix(known.consents),
          sales: mix(known.sales),
          bases: mix(known.bases),
          purposes: mix(known.purposes),
        };
        expect(decide(other, asked, now)).toEqual(decide(known, asked, now));
      }),
      { numRuns: 1_000 },
    );
  });

  it('service mail is never stopped by an objection to marketing, or to everything (V4)', () => {
    const marketing = objection.filter(({ purpose }) => classOf(purpose) !== 'service');
    fc.assert(
      fc.property(facts, attempt, marketing, (known, asked, said) => {
        const serving = { ...asked, purpose: 'service' };
        const after = { ...known, objections: [...known.objections, said] };
        expect(decide(after, serving, now)).toEqual(decide(known, serving, now));
      }),
      { numRuns: 1_000 },
    );
  });

  it('marketing never passes as service, and no electronic marketing goes without a way out (V4, V10)', () => {
    fc.assert(
      fc.property(facts, attempt, (known, asked) => {
        const { allowed, code, obligations } = decide(known, asked, now);
        expect(code === 'service' && classOf(asked.purpose) !== 'service').toBe(false);
        const isElectronic = !['phone', 'post'].includes(asked.channel);
        if (allowed && classOf(asked.purpose) === 'marketing' && isElectronic)
          expect(obligations).toContain('opt_out');
      }),
      { numRuns: 1_000 },
    );
  });

  it('is allowed on a ground, or refused for a reason, and says on what law', () => {
    fc.assert(
      fc.property(facts, attempt, (known, asked) => {
        const { allowed, code, law } = decide(known, asked, now);
        expect(allowed ? grounds : refusals).toContain(code);
        expect(law).toMatch(/^(GDPR Art\.|917\/2014 s\.) \d+/);
      }),
      { numRuns: 1_000 },
    );
  });
});
