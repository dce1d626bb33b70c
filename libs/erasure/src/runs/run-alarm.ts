import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK, Database, readerOf, Scheduled, type Reader } from '@seloste/platform';
import { AlarmLetters, type Alarm } from './alarm-letters.js';
import { nextRunAt } from './nightly.js';
import { Runs } from './read-runs.js';
import type { RetentionStatus } from './runs.dto.js';

/** A day, and two hours for the run itself. */
const longestPause = 26 * 60 * 60 * 1000;

const facts = `
  SELECT (SELECT max(finished_at) FROM retention_runs WHERE status = 'complete' AND NOT dry_run) AS good,
    (SELECT max(finished_at) FROM retention_runs WHERE status = 'failed' AND NOT dry_run) AS failed,
    (SELECT max(as_of)::text FROM retention_runs WHERE kind = 'nightly') AS night,
    (SELECT greatest(min(created_at), (SELECT min(changed_at) FROM retention_rule_versions)) FROM controllers) AS began`;

interface Facts extends Record<string, unknown> {
  good: Date | null;
  failed: Date | null;
  night: string | null;
  /** Since when the company is here, and has rules: an older installation learns them with an upgrade. */
  began: Date | null;
}

/** Sees to it that a purge which failed, or did not happen, is noticed: on the privacy officers' page, and by one mail. */
@Injectable()
export class RunAlarm {
  constructor(
    private readonly database: Database,
    private readonly runs: Runs,
    private readonly letters: AlarmLetters,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async status(): Promise<RetentionStatus> {
    const known = await factsFrom(this.database);
    const now = this.clock.now();
    return {
      lastRun: await this.runs.last(),
      nextRunAt: nextRunAt(now, await this.calendar.timeZone(), known.night),
      alarm: alarmOf(known, now),
    };
  }

  /** Raises the alarm, once, or ends it. */
  @Scheduled({ queue: 'retention.alarm', cron: '30 */15 * * * *', apart: 10 * 60 })
  async look(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const alarm = alarmOf(await factsFrom(readerOf(tx)), now);
      if (alarm === null) {
        await tx.query('UPDATE retention_alarms SET cleared_at = $1 WHERE cleared_at IS NULL', [now]);
        return;
      }
      const rows = await tx.query<unknown[]>(
        `INSERT INTO retention_alarms (id, code, since, raised_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
        [newId(), alarm.code, alarm.since, now],
      );
      if (rows.length > 0) await this.letters.send(tx, alarm, now);
    });
  }
}

async function factsFrom(reader: Reader): Promise<Facts> {
  const [known] = await reader.read<Facts>(facts);
  return known ?? { good: null, failed: null, night: null, began: null };
}

/** Nothing is wrong before the product is in use. */
function alarmOf({ good, failed, began }: Facts, now: Date): Alarm | null {
  if (began === null) return null;
  if (failed !== null && (good === null || failed > good)) return { code: 'failed', since: failed };
  const last = good ?? began;
  const overdueSince = new Date(last.getTime() + longestPause);
  return overdueSince <= now ? { code: 'overdue', since: overdueSince } : null;
}
