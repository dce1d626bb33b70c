import { channels } from '@seloste/kernel';
import fc from 'fast-check';
import type { Needs } from './reckon-parts.js';
import type { DrawnPerson, Firm, Periods } from './reckon.js';

const firstDay = Date.parse('2023-12-01');
const days = fc
  .nat({ max: 1_000 })
  .map((n) => new Date(firstDay + n * 86_400_000).toISOString().slice(0, 10));
/** Around the midnights of Helsinki and of Greenwich, summer and winter; no two of a person alike. */
const instants = fc
  .tuple(fc.nat({ max: 1_000 }), fc.constantFrom(0, 20.5, 21.5, 22.5, 23.5), fc.nat({ max: 3_599_999 }))
  .map(([day, hour, ms]) => new Date(firstDay + day * 86_400_000 + hour * 3_600_000 + ms));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const firms: fc.Arbitrary<Firm> = fc
  .record({
    was: maybe(fc.constantFrom('prospect' as const, 'customer' as const, 'partner' as const)),
    status: fc.constantFrom('prospect' as const, 'customer' as const, 'partner' as const, 'former' as const),
    startedOn: maybe(fc.constant('2023-11-30')),
    endedOn: days,
  })
  .map((firm) => ({ ...firm, endedOn: firm.status === 'former' ? firm.endedOn : null }));

/** One by one, to every channel there is; seldom is one of them taken back. */
const toEachChannel = fc
  .tuple(
    ...channels.map(() => instants),
    fc.option(fc.nat({ max: channels.length - 1 }), { nil: null, freq: 2 }),
  )
  .map((drawn) => {
    const back = drawn.at(-1);
    return channels.map((channel, i) => ({
      ...{ purpose: 'direct_marketing' as const, channel, at: drawn[i] as Date, isTakenBack: back === i },
    }));
  });

export const people: fc.Arbitrary<DrawnPerson> = fc.record({
  firm: fc.option(firms, { nil: null, freq: 1 }),
  left: maybe(fc.record({ firm: firms, on: days })),
  collectedOn: days,
  via: fc.constantFrom('person', 'form', 'website', 'website', null),
  interactions: fc.array(
    fc.record({
      type: fc.constantFrom('call', 'email', 'meeting', 'note', 'chat', 'chat', 'form', 'visit'),
      direction: fc.constantFrom('in', 'out', null),
      at: instants,
    }),
    { maxLength: 3 },
  ),
  consents: fc.array(
    fc.record({
      purpose: fc.constantFrom('newsletter', 'direct_marketing', 'service'),
      channel: fc.constantFrom('all', 'email', 'phone'),
      at: instants,
      needsConfirmation: fc.boolean(),
      confirmedAt: maybe(instants),
      withdrawnAt: maybe(instants),
    }),
    { maxLength: 2 },
  ),
  objections: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(
        fc.record({
          purpose: fc.constantFrom('all', 'newsletter', 'direct_marketing'),
          channel: fc.constantFrom('all', 'email', 'phone'),
          at: instants,
          isTakenBack: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
    },
    { weight: 1, arbitrary: toEachChannel },
  ),
});

const dated = fc.constantFrom('P0D', 'P30D', 'P1M', 'P6M', 'P12M', 'P18M', 'P1Y3M2W1D');
export const periods: fc.Arbitrary<Periods> = fc.record({
  customers: fc.constant(null),
  marketing_contacts: maybe(dated),
  former_customers: dated,
  prospects: dated,
  form_senders: maybe(dated),
  chats: maybe(dated),
  withdrawn: fc.constantFrom('P0D', 'P30D'),
});

const needed = fc.subarray(['identity', 'communication', 'contact_details', 'preferences', 'work_role']);
export const needs: fc.Arbitrary<Needs> = fc.record({
  customers: needed,
  marketing_contacts: needed,
  former_customers: needed,
  prospects: needed,
  form_senders: needed,
  chats: needed,
});
