import { createHmac } from 'node:crypto';
import type { Database, MasterKey } from '@seloste/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyAttempts } from './identity.errors.js';

/** Counts attempts in the database, for all processes together; what is counted appears there under a keyed hash only. */
export class Throttle {
  private readonly key: string;

  /** @param use which attempts these are: under another use the same key is hashed otherwise */
  constructor(
    private readonly database: Database,
    masterKey: MasterKey,
    use: string,
  ) {
    this.key = masterKey.derive(use);
  }

  /** Lets so many points through in a time, in seconds. `keyPrefix` is one of a kind in all throttles. */
  limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.database.pool,
      storeType: 'pool',
      tableName: 'login_throttles',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    });
  }

  /** What stands for these texts in the table. */
  hidden(...parts: string[]): string {
    return createHmac('sha256', this.key).update(parts.join('\n')).digest('base64url');
  }
}

/** Counts an attempt; false when it is one too many. */
export const isLet = async (limiter: RateLimiterPostgres, key: string): Promise<boolean> =>
  (await refusalOf(limiter, key)) === null;

/** Counts an attempt. @throws TooManyAttempts when it is one too many */
export async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  const refusal = await refusalOf(limiter, key);
  if (refusal) throw new TooManyAttempts(Math.ceil(refusal.msBeforeNext / 1000));
}

async function refusalOf(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
