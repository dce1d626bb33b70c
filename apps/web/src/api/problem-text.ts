import type { TFunction } from 'i18next';
import type { FieldError } from './model.js';
import { ApiProblem, ConnectionLost } from './problem.js';

const byCode = {
  not_found: 'error.notFound',
  forbidden: 'error.forbidden',
  reauthentication_required: 'error.proofNeeded',
  stale_version: 'error.stale',
  too_many_requests: 'error.tooMany',
  email_taken: 'error.emailTaken',
  contact_not_accepted: 'error.contactNotAccepted',
  contact_erased: 'error.contactErased',
  erased_person: 'error.erasedPerson',
  erased_address: 'error.erasedAddress',
  erasure_held: 'error.erasureHeld',
  validation_failed: 'error.validation',
} as const;

/** The codes of the API's own rules and those of class-validator. */
const fieldCodes = {
  required: 'fieldError.required',
  isNotEmpty: 'fieldError.required',
  arrayNotEmpty: 'fieldError.required',
  arrayMinSize: 'fieldError.required',
  email: 'fieldError.email',
  phone: 'fieldError.phone',
  isUrl: 'fieldError.url',
  business_id: 'fieldError.businessId',
  vat_number: 'fieldError.vatNumber',
  e_invoice_address: 'fieldError.eInvoiceAddress',
  industry_code: 'fieldError.industryCode',
  date: 'fieldError.date',
  isDate: 'fieldError.date',
  future: 'fieldError.future',
  before_start: 'fieldError.beforeStart',
  maxLength: 'fieldError.tooLong',
  minLength: 'fieldError.tooShort',
  common_password: 'fieldError.commonPassword',
  personal_password: 'fieldError.personalPassword',
  wrong_password: 'fieldError.wrongPassword',
  after_sale: 'fieldError.afterSale',
  no_address: 'fieldError.noAddress',
  erased_person: 'fieldError.erasedPerson',
  shared_address: 'fieldError.sharedAddress',
  time_boxed: 'fieldError.timeBoxed',
  too_early: 'fieldError.tooEarly',
  may_not_read: 'fieldError.mayNotRead',
  no_tenant: 'fieldError.noTenant',
  insecure: 'fieldError.insecure',
  url: 'fieldError.url',
} as const;

/**
 * A failure in the reader's words. `own` holds a feature's texts for problem codes that only it meets; what it says of a
 * refused contact comes after why it was refused.
 */
export function problemText(
  error: unknown,
  t: TFunction<'common'>,
  own: Partial<Record<string, string>> = {},
): string {
  if (error instanceof ConnectionLost) return t('error.connection');
  if (!(error instanceof ApiProblem)) return t('error.unexpected');
  const text = [error.sentence, own[error.code]].filter(Boolean).join(' ');
  if (text) return text;
  return error.code in byCode ? t(byCode[error.code as keyof typeof byCode]) : t('error.unexpected');
}

/** What is wrong with one field, in the reader's words. */
export function fieldErrorText(error: Pick<FieldError, 'code'>, t: TFunction<'common'>): string {
  return error.code in fieldCodes
    ? t(fieldCodes[error.code as keyof typeof fieldCodes])
    : t('fieldError.invalid');
}
