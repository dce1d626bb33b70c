import type {
  ConsentFact,
  Facts,
  ObjectionFact,
  SuppressionFact,
} from '../../libs/permissions/src/decision/facts.js';

export const now = new Date('2026-05-05T12:00:00Z');
/** The nth day of March 2026. */
export const march = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9));

/** Somebody at a company of whom nothing is on record but title, area, work address and number. */
export const someFacts = (given: Partial<Facts> = {}): Facts => ({
  erasedAt: null,
  restriction: null,
  title: 'Ostopäällikkö',
  areaOfResponsibility: 'Hankinnat',
  company: { id: 'company', isSoleTrader: false, hasAddress: true },
  email: { class: 'named', undeliverableSince: null },
  hasPhone: true,
  objections: [],
  companyObjections: [],
  suppressions: [],
  consents: [],
  sales: [],
  bases: [],
  notice: null,
  purposes: [
    { key: 'service', class: 'service', basis: 'contract', switchedOn: true },
    { key: 'warnings', class: 'service', basis: 'legitimate_interest', switchedOn: true },
    { key: 'reminders', class: 'service', basis: 'consent', switchedOn: true },
    { key: 'direct_marketing', class: 'marketing', basis: 'legitimate_interest', switchedOn: true },
    { key: 'newsletter', class: 'marketing', basis: 'consent', switchedOn: true },
    { key: 'campaign', class: 'marketing', basis: 'legitimate_interest', switchedOn: false },
    { key: 'baseless', class: 'marketing', basis: null, switchedOn: true },
    { key: 'profiling_sales', class: 'profiling', basis: 'legitimate_interest', switchedOn: true },
    { key: 'profiling_support', class: 'profiling', basis: 'consent', switchedOn: true },
  ],
  timeZone: 'Europe/Helsinki',
  ...given,
});

let count = 0;
const nextId = (kind: string): string => `${kind} ${++count}`;

export const anObjection = (given: Partial<ObjectionFact> = {}): ObjectionFact => ({
  id: nextId('objection'),
  channel: 'all',
  purpose: 'all',
  objectedAt: march(1),
  withdrawnAt: null,
  ...given,
});

export const aConsent = (given: Partial<ConsentFact> = {}): ConsentFact => ({
  id: nextId('consent'),
  channel: 'all',
  purpose: 'direct_marketing',
  obtainedAt: march(1),
  needsConfirmation: false,
  confirmedAt: null,
  withdrawnAt: null,
  ...given,
});

export const aSuppression = (given: Partial<SuppressionFact> = {}): SuppressionFact => ({
  id: nextId('suppression'),
  kind: 'email',
  channel: 'all',
  purpose: 'all',
  reason: 'objection',
  since: march(1),
  ...given,
});
