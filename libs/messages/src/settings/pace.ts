import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';

/** Of a minute's messages so many seconds' worth may leave at once, after a rest. */
const burst = 2;

const most = `greatest(1, per_minute * ${burst} / 60.0)`;
const grown = `least(${most}, allowance + greatest(0, extract(epoch FROM $2::timestamptz - replenished_at)) * (per_minute - ${most} + 1) / 60.0)`;

/** In no sixty seconds more than the rate leaves: what may leave at once is part of it. */
const take = `
  UPDATE message_settings SET granted = least($1::int, floor(${grown})), allowance = ${grown} - least($1::int, floor(${grown})), replenished_at = $2
  WHERE per_minute IS NOT NULL RETURNING granted`;

const limited = 'SELECT per_minute AS "perMinute" FROM message_settings';
const give = 'UPDATE message_settings SET allowance = allowance + $1 WHERE per_minute IS NOT NULL';

/** How many messages may leave now, all processes together. */
@Injectable()
export class Pace {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Leave for at most `wanted` messages. */
  async take(wanted: number): Promise<number> {
    const [settings] = await this.database.read<{ perMinute: number | null }>(limited);
    if (!settings || settings.perMinute === null) return wanted;
    const [[row]] = await this.database.manager.query<[{ granted: number }[], number]>(take, [
      wanted,
      this.clock.now(),
    ]);
    return row?.granted ?? wanted;
  }

  /** Leave that was not used. */
  async giveBack(unused: number): Promise<void> {
    if (unused > 0) await this.database.manager.query(give, [unused]);
  }
}
