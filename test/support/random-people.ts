import { channels, legalBases } from '@seloste/kernel';
import fc from 'fast-check';

/** Purposes of every class, on every basis, on and off, beside those that come with the product. */
export const ownPurposes: [key: string, of: string, basis: string | null, isOn: boolean][] = [
  ['warnings', 'service', 'legitimate_interest', true],
  ['clinic_notes', 'service', 'consent', true],
  ['invitations', 'marketing', 'consent', true],
  ['old_campaign', 'marketing', 'legitimate_interest', false],
  ['scoring', 'profiling', 'legitimate_interest', true],
  ['matching', 'profiling', 'consent', true],
];

export const randomPurposes = [
  'service',
  'direct_marketing',
  'newsletter',
  'profiling_sales',
  ...ownPurposes.map(([key]) => key),
  'nobody_recorded_this',
];

/** The day around which things happen, and are asked. */
export const askedAt = new Date('2026-05-05T22:30:00.000Z');

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const someTime = anyOf(...[0, 1, 2, 3, 4].map((day) => new Date(Date.UTC(2026, 2, 1 + day, 8, 0, 0, 123))));
const someDay = anyOf('2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 });
const few = <T>(of: fc.Arbitrary<T>, atMost = 2) => fc.array(of, { maxLength: atMost });
/** Mostly none, else a few. */
const sometimes = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: few(of) });
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const reach = {
  channel: anyOf('all', ...channels),
  purpose: fc.oneof(fc.constant('all'), anyOf(...randomPurposes), fc.constant('direct_marketing')),
};
const objection = fc.record({ ...reach, at: someTime, withdrawn: maybe(someTime) });
const consent = fc.record({
  channel: reach.channel,
  purpose: anyOf('direct_marketing', 'invitations', 'matching', 'clinic_notes'),
  at: someTime,
  needsConfirmation: fc.boolean(),
  confirmed: maybe(someTime),
  withdrawn: maybe(someTime),
});
const suppression = fc.record({ ...reach, at: someTime, reason: anyOf('objection', 'complaint', 'erasure') });

/** Whoever is drawn has few things on record, so that every rule comes to decide. */
export const randomPerson = fc.record({
  erased: rarely,
  restricted: rarely,
  restrictionKnown: fc.boolean(),
  title: maybe(anyOf('Ostaja', ' ', '')),
  area: maybe(anyOf('Hankinnat', ' hankinnat ', 'IT  ja Data', '', '\t')),
  company: maybe(fc.integer({ min: 0, max: 5 })),
  email: maybe(
    anyOf(
      'info@firma.fi',
      'my.ynti+a@firma.fi',
      'liisa.k@firma.fi',
      'kalle@firma.fi',
      'x@gmail.com',
      'info@gmail.com',
      'a@luukku.com',
    ),
  ),
  undeliverable: rarely,
  phone: fc.boolean(),
  bases: fc.uniqueArray(fc.record({ purpose: anyOf(...randomPurposes), basis: anyOf(...legalBases) }), {
    selector: ({ purpose }) => purpose,
    maxLength: 1,
  }),
  objections: sometimes(objection),
  suppressions: sometimes(suppression),
  consents: few(consent, 3),
  sales: sometimes(someDay),
  notice: maybe(someDay),
});

export type RandomPerson = typeof randomPerson extends fc.Arbitrary<infer P> ? P : never;
