import { hash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, MasterKey } from '@seloste/platform';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base32 of the leading bytes, `length` characters. */
function base32(bytes: Buffer, length: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, i) => alphabet[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join(
    '',
  );
}

/** The token that the master key makes for this installation: 100 bits, to be typed from the terminal, `ABCDE-FGHIJ-KLMNO-PQRST`. */
const derivedSetupToken = (masterKey: MasterKey): string =>
  base32(Buffer.from(masterKey.derive('setup token'), 'hex'), 20)
    .match(/.{5}/g)
    ?.join('-') ?? '';

const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');
const typed = (token: string): string => token.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The secret that proves that somebody runs this installation: set by the operator, or derived and printed. */
@Injectable()
export class SetupToken {
  constructor(
    private readonly config: AppConfig,
    private readonly masterKey: MasterKey,
  ) {}

  /** Takes equally long whatever is given. The derived token may be typed in any case and without hyphens. */
  is(given: string): boolean {
    const [expected, actual] =
      this.config.setupToken === null
        ? [typed(derivedSetupToken(this.masterKey)), typed(given)]
        : [this.config.setupToken, given.trim()];
    return timingSafeEqual(digestOf(expected), digestOf(actual));
  }

  /** The derived token; null when the operator set one, who knows it then. */
  get printable(): string | null {
    return this.config.setupToken === null ? derivedSetupToken(this.masterKey) : null;
  }
}
