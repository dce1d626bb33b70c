import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, MasterKey } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

const lifetime = 5 * 60_000;
const [randomLength, expiryLength, tagLength] = [32, 6, 32];
const signedLength = randomLength + expiryLength;

/**
 * The numbers that passkeys sign. A challenge carries its own expiry and our seal, so that strangers can ask for as many
 * as they like without filling anything, and any process takes the answer; what is kept is which were answered.
 */
@Injectable()
export class Challenges {
  private readonly key: string;

  constructor(
    masterKey: MasterKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = masterKey.derive('passkey challenges');
  }

  /** A new challenge, good for five minutes. @param use what its answer may be used for */
  issue(use: string): Uint8Array<ArrayBuffer> {
    const expiry = Buffer.alloc(expiryLength);
    expiry.writeUIntBE(this.clock.now().getTime() + lifetime, 0, expiryLength);
    const signed = Buffer.concat([randomBytes(randomLength), expiry]);
    return Uint8Array.from(Buffer.concat([signed, this.tagOf(signed, use)]));
  }

  /** Did we give this challenge (base64url) out for that use, and is it still good? */
  isGood(challenge: string, use: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== signedLength + tagLength) return false;
    const signed = bytes.subarray(0, signedLength);
    return (
      timingSafeEqual(bytes.subarray(signedLength), this.tagOf(signed, use)) &&
      expiryOf(bytes).getTime() > this.clock.now().getTime()
    );
  }

  /** Uses a challenge up; false when it was before. Of simultaneous answers one is taken. */
  async spend(tx: EntityManager, challenge: string): Promise<boolean> {
    const bytes = Buffer.from(challenge, 'base64url');
    const spent = await tx.query<unknown[]>(
      `INSERT INTO spent_challenges (challenge_hash, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [hash('sha256', bytes, 'buffer'), expiryOf(bytes)],
    );
    return spent.length === 1;
  }

  private tagOf(signed: Buffer, use: string): Buffer {
    return createHmac('sha256', this.key).update(signed).update(use).digest();
  }
}

const expiryOf = (bytes: Buffer): Date => new Date(bytes.readUIntBE(randomLength, expiryLength));
