import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashRaw } from '@node-rs/argon2';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { RecoveryCode } from './recovery-code.entity.js';

const codesInASet = 10;
/** Without letters and digits that look like others; 49 bits in ten of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 10;
/** As for passwords. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Codes that stand in for a second factor once each. Kept as argon2id hashes only. */
@Injectable()
export class RecoveryCodes {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** A new set instead of the old one; the codes are shown to their user now and known nowhere afterwards. */
  async replace(tx: EntityManager, userId: string): Promise<string[]> {
    const codes = Array.from({ length: codesInASet }, newCode);
    const salt = randomBytes(16);
    const hashes = await Promise.all(codes.map((code) => hashOf(code, salt)));
    await tx.delete(RecoveryCode, { userId });
    const createdAt = this.clock.now();
    await tx.insert(
      RecoveryCode,
      hashes.map((codeHash) => ({ id: newId(), userId, salt, codeHash, createdAt, usedAt: null })),
    );
    return codes;
  }

  /** A first set when there is no code left; null when there is one. */
  async makeIfNone(tx: EntityManager, userId: string): Promise<string[] | null> {
    return (await this.countLeft(tx, userId)) > 0 ? null : this.replace(tx, userId);
  }

  /** Uses a code up. Of simultaneous uses one succeeds. */
  async use(tx: EntityManager, userId: string, given: string): Promise<boolean> {
    const [known] = await tx.find(RecoveryCode, { where: { userId }, take: 1 });
    const code = given.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!known || code.length !== codeLength) return false;
    const [used] = await tx.query<[unknown[], number]>(
      `UPDATE recovery_codes SET used_at = $3
       WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING id`,
      [userId, await hashOf(code, known.salt), this.clock.now()],
    );
    return used.length === 1;
  }

  async countLeft(tx: EntityManager, userId: string): Promise<number> {
    const [row] = await tx.query<[{ left: number }]>(
      `SELECT count(*)::integer AS left FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL`,
      [userId],
    );
    return row.left;
  }
}

/** `xxxxx-xxxxx` */
function newCode(): string {
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

const hashOf = (code: string, salt: Buffer): Promise<Buffer> =>
  hashRaw(code.replace('-', ''), { ...cost, salt });
