import type { components } from '../../api/schema.js';

/** What the API says of how long things are kept. Days are `YYYY-MM-DD`, periods ISO 8601 (`P12M`; `P0D`: at once). */
type Schemas = components['schemas'];

export type Rule = Schemas['RuleResponse'];
export type RuleWithHistory = Schemas['RuleWithHistory'];
export type RuleVersion = Schemas['RuleVersionResponse'];
export type RuleChange = Schemas['ChangeRule'];
export type RulePreview = Schemas['RulePreview'];
export type RuleAction = Rule['action'];
export type LegalBasis = Rule['basis'];

export type Leaving = Schemas['ForecastItem'];
export type Ground = Leaving['ground'];
export type Extension = Schemas['ExtendRetention'];
export type ExtensionBasis = Extension['basis'];

export type Hold = Schemas['HoldResponse'];
export type HoldGround = Hold['ground'];

export type Run = Schemas['RunResponse'];
export type RunSummary = Schemas['RunSummary'];
export type RunItem = Schemas['RunItemResponse'];
export type RunStatus = RunSummary['status'];
export type Outcome = RunItem['outcome'];
export type PurgeStatus = Schemas['RetentionStatus'];

export const holdGrounds = [
  'accounting_voucher',
  'accounting_book',
  'open_deal',
  'open_invoice',
  'dispute',
  'subject_request',
] as const satisfies HoldGround[];

/** What keeping somebody longer can rest on. A consent is no such ground. */
export const extensionBases = [
  'legitimate_interest',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
] as const satisfies ExtensionBasis[];
