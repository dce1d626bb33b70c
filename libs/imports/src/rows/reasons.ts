import type { Target } from '../columns/targets.js';

/** Why a row is no new person or company, or what of it was left out. Stable: the face words each of them. */
export const reasonCodes = [
  // the row is an error
  'missing_name',
  'invalid_email',
  'invalid_phone',
  'invalid_business_id',
  'invalid_vat_number',
  'too_long',
  'too_many_values',
  'wrong_column_count',
  'unclosed_quote',
  'ambiguous_company',
  'could_not_save',
  'not_accepted',
  // the row is of somebody who was erased
  'erased',
  // the row is a duplicate
  'duplicate_in_file',
  'duplicate_email',
  'duplicate_phone',
  'duplicate_name_at_company',
  'duplicate_company',
  // instead of the four above to a caller who does not see whom or what it is
  'duplicate_elsewhere',
  // the row is new, and this is said about it
  'company_exists',
  'unknown_language',
  'unknown_country',
  'unknown_industry',
  'unknown_size',
  'unknown_legal_form',
  'unknown_status',
  'invalid_website',
  'left_out',
  // somebody with the address or number has said no: the person comes in, and is not written to
  'suppressed',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/**
 * One reason; `value` is the cell's text, or of `duplicate_in_file` the line of the other row, or of `unclosed_quote`
 * the lines between which the quotation mark is, `5048–5075`.
 */
export interface Reason {
  code: ReasonCode;
  field?: Target;
  value?: string;
}
