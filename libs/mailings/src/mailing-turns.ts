import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { prepareQueue } from './dispatch-mailing.js';
import { onRecord } from './mailings.service.js';

/** Without progress for so long, whoever wrote the messages is taken for dead, in seconds. */
const stalledAfter = 30;

interface UnderWay {
  id: string;
  request_id: string | null;
}

/** What comes to mailings by itself. Many processes may do it at once; each mailing is begun and ended once. */
@Injectable()
export class MailingTurns {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those whose time has come. */
  begin(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const due = await this.change(
        tx,
        'mailing.start',
        `SET status = 'sending', progressed_at = $1, version = version + 1 WHERE status = 'scheduled' AND scheduled_at <= $1`,
      );
      for (const { id } of due)
        await this.jobs.sendIn(tx, prepareQueue, { id }, { singletonKey: `${id} begun` });
    });
  }

  /** What a process that died left undone. */
  async takeUpAgain(): Promise<void> {
    const now = this.clock.now();
    const stalled = await this.database.read<{ id: string; mark: string }>(
      `SELECT id, progressed_at::text AS mark FROM mailings WHERE status = 'sending' AND prepared_at IS NULL
       AND progressed_at < $1::timestamptz - make_interval(secs => $2)`,
      [now, stalledAfter],
    );
    for (const { id, mark } of stalled)
      await this.jobs.send(prepareQueue, { id }, { singletonKey: `${id} ${mark}` });
  }

  /** Those of which nothing waits any more. */
  end(): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.change(
        tx,
        'mailing.finish',
        `SET status = 'done', finished_at = $1, version = version + 1 WHERE status = 'sending' AND prepared_at IS NOT NULL
         AND NOT EXISTS (SELECT FROM messages m WHERE m.origin_id = mailings.id AND m.status IN ('waiting', 'handing_over'))`,
      );
    });
  }

  private async change(tx: EntityManager, action: string, set: string): Promise<UnderWay[]> {
    const [changed] = await tx.query<[UnderWay[], number]>(
      `UPDATE mailings ${set} RETURNING id, request_id`,
      [this.clock.now()],
    );
    for (const { id, request_id } of changed)
      await this.audit.record(tx, asItself(request_id), onRecord(action, id));
    return changed;
  }
}

/** The software itself, for the request that sent the mailing off. */
export const asItself = (requestId: string | null): RequestContext => ({
  actor: { kind: 'system', name: 'mailing' },
  requestId: requestId ?? '',
});
