import { applyDecorators } from '@nestjs/common';
import {
  calendarDay,
  isBusinessId,
  isEmail,
  isVatNumber,
  normaliseBusinessId,
  normaliseEmail,
  normalisePhone,
  normaliseVatNumber,
} from '@seloste/kernel';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  isIBAN,
  Matches,
  MaxLength,
  MinLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';

/**
 * Text may hold line breaks and tabs, and no other control character nor half a character (PostgreSQL cannot keep NUL and
 * lone surrogates), nor one that turns the direction of writing (which makes a text look like another).
 */
/* eslint-disable no-control-regex */
const printable =
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Surrogate}]*$/u;
/* eslint-enable no-control-regex */

/** Texts up to this length are single lines: names, titles, subjects. */
const longestLine = 300;

/** Without what cannot be seen around it; a single line where one is expected. */
function tidy(text: string, max: number): string {
  const visible = text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu, '');
  return max > longestLine ? visible : visible.replace(/\s*[\r\n]+\s*/g, ' ');
}

const changeText = (change: (text: string) => unknown) => {
  const one = (value: unknown) => (typeof value === 'string' ? change(value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(one) : one(value)));
};

/** Required text of 1–`max` characters, trimmed. */
export const Text = (max: number, each = false) =>
  applyDecorators(
    changeText((text) => tidy(text, max)),
    IsString({ each }),
    MinLength(1, { each }),
    MaxLength(max, { each }),
    Matches(printable, { each, message: 'must not hold control characters' }),
  );

/** Text that may be missing; null or the empty string clears it. */
export const OptionalText = (max: number) =>
  applyDecorators(
    changeText((text) => tidy(text, max) || null),
    IsOptional(),
    IsString(),
    MaxLength(max),
    Matches(printable, { message: 'must not hold control characters' }),
  );

/** At most `most` texts; blank ones are dropped. */
export const TextList = (most: number, max: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value
            .map((item: unknown) => (typeof item === 'string' ? item.trim() : item))
            .filter((item) => item !== '')
        : value,
    ),
    NotNull(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(max, { each: true }),
    Matches(printable, { each: true, message: 'must not hold control characters' }),
  );

/** May be left out, but not be null. */
export const NotNull = () => ValidateIf((_, value) => value !== undefined);

/** The id of a record, in lower case as the database writes it, so that equal ids are equal texts. */
export const Id = (each = false) =>
  applyDecorators(
    ApiProperty({ type: String, format: 'uuid', isArray: each }),
    changeText((text) => text.toLowerCase()),
    IsUUID('all', { each }),
  );

/** One of a fixed set of words. */
export const OneOf = (words: readonly string[]) =>
  applyDecorators(ApiProperty({ type: String, enum: words }), IsIn(words));

/** One of a fixed set of words, or null. */
export const OneOfOrNull = (words: readonly string[]) =>
  applyDecorators(ApiProperty({ type: String, enum: words, nullable: true }), IsOptional(), IsIn(words));

/** A nested object of one class. (ValidateNested by itself lets an empty array pass for one.) */
export const Nested = (type: () => new () => object) =>
  applyDecorators(IsObject(), ValidateNested(), Type(type));

/** A list of nested objects of one class. */
export const ListOf = (type: () => new () => object, most: number) =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

function rule(
  name: string,
  message: string,
  isValid: (value: string) => boolean,
  options: ValidationOptions = {},
): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { message, ...options },
      validator: { validate: (value: unknown) => typeof value === 'string' && isValid(value) },
    });
}

/** An e-mail address, kept in lower case. */
export const EmailAddress = (each = false) =>
  applyDecorators(changeText(normaliseEmail), rule('email', 'must be an e-mail address', isEmail, { each }));

/** A phone number in any common form, kept in E.164. */
export const PhoneNumber = (each = false) =>
  applyDecorators(
    changeText((text) => normalisePhone(text) ?? text),
    rule('phone', 'must be a phone number', (value) => normalisePhone(value) === value, { each }),
  );

/** A Finnish business id (Y-tunnus) with a right check digit. */
export const BusinessId = () =>
  applyDecorators(
    changeText((text) => normaliseBusinessId(text) ?? text),
    rule('business_id', 'must be a Finnish business id with a right check digit', isBusinessId),
  );

/** A VAT number of another country, with its prefix. */
export const VatNumber = () =>
  applyDecorators(
    changeText((text) => normaliseVatNumber(text) ?? text),
    rule('vat_number', 'must be a VAT number with its country prefix', isVatNumber),
  );

const ovt = /^0037\d{8}[A-Z0-9]{0,5}$/;

/** A Finnish e-invoice address: an OVT identifier (0037 + business id + suffix) or an IBAN. */
export const EInvoiceAddress = () =>
  applyDecorators(
    changeText((text) => text.replace(/\s/g, '').toUpperCase()),
    rule('e_invoice_address', 'must be an OVT identifier or an IBAN', (value) =>
      ovt.test(value) ? isBusinessId(value.slice(4, 12)) : isIBAN(value),
    ),
  );

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const CalendarDay = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date', example: '2026-11-23' }),
    rule('date', 'must be a calendar day, YYYY-MM-DD', isCalendarDay),
  );

/** A calendar day that has begun somewhere on earth. */
export const PastDay = () =>
  applyDecorators(
    CalendarDay(),
    rule(
      'future',
      'must not lie in the future',
      (value) => value <= calendarDay(new Date(), 'Pacific/Kiritimati'),
    ),
  );

/** An instant, ISO 8601 with a time zone. */
export const Instant = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && isInstant(value) ? new Date(value) : value,
    ),
    IsDate({ message: 'must be a time, ISO 8601 with its zone' }),
  );

/** Only a name of a sort order that the list knows, with an optional minus for descending. */
export const SortedBy = (...names: string[]) =>
  rule('sort', `must be one of ${names.join(', ')}, with a minus for descending`, (value) =>
    names.includes(value.replace(/^-/, '')),
  );

const isInstant = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  isCalendarDay(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

/** A day of the calendar between 1900 and 2200. */
export function isCalendarDay(value: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
