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

/** Checks and converts every body and query; unknown fields are refused. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(flatten(errors)),
  });

/** An id in a path that cannot be one names nothing: 404, as for any other id without a record. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new NotFound('record');
    return value.toLowerCase();
  }
}
