import type { TFunction } from 'i18next';
import type { FieldError } from './model.js';
import { ApiProblem, ConnectionLost } from './problem.js';

const byCode = {
  not_found: 'error.notFound',
  forbidden: 'error.forbidden',
  stale_version: 'error.stale',
  too_many_requests: 'error.tooMany',
  validation_failed: 'error.validation',
} as const;

const fieldCodes = {
  required: 'fieldError.required',
  isNotEmpty: 'fieldError.required',
  isDefined: 'fieldError.required',
  arrayMinSize: 'fieldError.required',
  isEmail: 'fieldError.isEmail',
  isPhone: 'fieldError.isPhone',
  isPhoneNumber: 'fieldError.isPhone',
  isUrl: 'fieldError.isUrl',
  isBusinessId: 'fieldError.isBusinessId',
  isVatNumber: 'fieldError.isVatNumber',
  maxLength: 'fieldError.tooLong',
  isLength: 'fieldError.tooLong',
  minLength: 'fieldError.tooShort',
  isDate: 'fieldError.isDate',
  isDateString: 'fieldError.isDate',
  isISO8601: 'fieldError.isDate',
  isCalendarDate: 'fieldError.isDate',
  taken: 'fieldError.taken',
} as const;

/** A failure in the reader's words. `own` holds a feature's texts for problem codes that only it meets. */
export function problemText(
  error: unknown,
  t: TFunction<'common'>,
  own: Partial<Record<string, string>> = {},
): string {
  if (error instanceof ConnectionLost) return t('error.connection');
  if (!(error instanceof ApiProblem)) return t('error.unexpected');
  const text = own[error.code];
  if (text) return text;
  return error.code in byCode ? t(byCode[error.code as keyof typeof byCode]) : t('error.unexpected');
}

/** What is wrong with one field, in the reader's words. */
export function fieldErrorText(error: Pick<FieldError, 'code'>, t: TFunction<'common'>): string {
  return error.code in fieldCodes
    ? t(fieldCodes[error.code as keyof typeof fieldCodes])
    : t('fieldError.invalid');
}
