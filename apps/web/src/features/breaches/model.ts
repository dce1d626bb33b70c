import type { components } from '../../api/schema.js';

/** What the API says of breaches of personal data. Times are instants. */
type Schemas = components['schemas'];

export type Breach = Schemas['BreachResponse'];
export type BreachListItem = Schemas['BreachListItem'];
export type Assessment = Schemas['AssessBreach'];
export type FindAffected = Schemas['FindAffected'];
export type AffectedPerson = Schemas['AffectedPerson'];
export type BreachDraft = Schemas['BreachDraft'];
export type Nature = Breach['natures'][number];
export type Risk = NonNullable<Breach['risk']>;
export type Silence = NonNullable<Breach['silence']>;
export type BreachUrgency = Breach['urgency'];

export const natures = ['confidentiality', 'integrity', 'availability'] as const satisfies Nature[];
export const risks = ['none', 'risk', 'high'] as const satisfies Risk[];
export const silences = [
  'unintelligible',
  'risk_removed',
  'disproportionate_effort',
] as const satisfies Silence[];
