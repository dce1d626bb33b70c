import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalisePassword } from './password-policy.js';

/** argon2id with 19 MiB and two passes (OWASP's first choice); the numbers travel in the hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Makes and checks password hashes, outside the main thread. */
@Injectable()
export class Passwords {
  /** Checked when there is no account, so that it takes as long as when there is one. */
  private readonly nobodys = this.hash(randomBytes(32).toString('base64'));

  /** The hash to keep, in PHC form. */
  hash(password: string): Promise<string> {
    return hash(normalisePassword(password), cost);
  }

  /** Does the password belong to the hash? With `null` the answer is no, and takes as long. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobodys), normalisePassword(password));
    return isRight && passwordHash !== null;
  }
}
