import { applyDecorators } from '@nestjs/common';
import { IsString, Matches } from 'class-validator';

/** A field that holds the token of a mailed link. */
export const OneTimeToken = () =>
  applyDecorators(
    IsString(),
    Matches(/^[\w-]{43}$/, { message: 'must be the token of a link, 43 characters' }),
  );
