import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidInput, isId, NotFound, type FieldError } from '@seloste/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** class-validator's tree as a flat list of paths and codes; no value is repeated back. */
function flatten(errors: ValidationError[], prefix = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = prefix + error.property;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
      field,
      code: code === 'whitelistValidation' ? 'unknown_field' : code,
      message,
    }));
    return [...own, ...flatten(error.children ?? [], `${field}.`)];
  });
}

const rules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
};

/** Checks and converts every body and query; unknown fields are refused. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    ...rules,
    exceptionFactory: (errors) => new InvalidInput(flatten(errors)),
  });

/**
 * An object inside a body, checked and converted as a query of this class would be.
 * @param field where it stands in the body, for the errors
 * @throws InvalidInput
 */
export function validated<T extends object>(Class: new () => T, given: object, field: string): T {
  const value = plainToInstance(Class, given);
  const errors = validateSync(value, rules);
  if (errors.length > 0) throw new InvalidInput(flatten(errors, `${field}.`));
  return value;
}

/** An id in a path that cannot be one names nothing: 404, as for any other id without a record. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new NotFound('record');
    return value.toLowerCase();
  }
}
