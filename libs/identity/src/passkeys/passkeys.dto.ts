import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@seloste/platform';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { IsObject } from 'class-validator';
import type { Passkey } from './passkey.entity.js';

/** What a browser answered, in the JSON form of `PublicKeyCredential.toJSON()`. */
export const PasskeyAnswer = () =>
  applyDecorators(IsObject(), ApiProperty({ type: 'object', additionalProperties: true }));

/** What to ask the browser for. */
export class PasskeyOptions {
  /** For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. Good for five minutes. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options!: object;
}

export class CreatePasskey {
  /** What its user calls it, for example where it is kept. */
  @Text(100)
  name!: string;

  @PasskeyAnswer()
  passkey!: RegistrationResponseJSON;
}

export class PasskeyResponse {
  id!: string;
  name!: string;
  createdAt!: Date;
  usedAt!: Date | null;
  /** Its keeper copies it to the user's other devices. */
  synced!: boolean;
  /** There may be a copy of it: it is not taken any more, and should be replaced. */
  suspected!: boolean;
}

export const toPasskeyResponse = ({
  id,
  name,
  createdAt,
  usedAt,
  isSynced,
  suspectedAt,
}: Passkey): PasskeyResponse => ({
  ...{ id, name, createdAt, usedAt },
  synced: isSynced,
  suspected: suspectedAt !== null,
});

export class PasskeyList {
  items!: PasskeyResponse[];
  /** The origin on whose pages passkeys work; null where they cannot: they need a domain name and https. */
  origin!: string | null;
}

export class CreatedPasskey extends PasskeyResponse {
  /** Shown this once; null when there are codes from before. */
  recoveryCodes!: string[] | null;
}
