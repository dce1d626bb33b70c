import { hash, randomBytes } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { IsString, Matches } from 'class-validator';

/** A new secret for a mailed link: 256 random bits, as 43 URL-safe characters. */
export const newOneTimeToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows of it. */
export const oneTimeTokenHashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

/** A field that holds the token of a mailed link. */
export const OneTimeToken = () =>
  applyDecorators(
    IsString(),
    Matches(/^[\w-]{43}$/, { message: 'must be the token of a link, 43 characters' }),
  );
