import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { newId, type Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { WriteExport } from './write-export.js';

export const prepareQueue = 'exports.prepare';

/** How often a working process looks for files whose writing died with its process, in milliseconds. */
const sweepEvery = 15_000;
/** Without progress for so long, a try is taken for dead, in seconds. */
const stalledAfter = 60;

/** Has files written in the queue, and takes up again what a process that died left undone. */
@Injectable()
export class ExportPreparation implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly writer: WriteExport,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ id: string }>(prepareQueue, ({ id }) => this.writer.run(id));
  }

  /** Queues the writing of a file if and only if the transaction is committed. */
  request(tx: EntityManager, id: string): Promise<void> {
    return this.jobs.sendIn(tx, prepareQueue, { id }, { singletonKey: newId() });
  }

  /** Queues anew what has not moved for a while. Many processes may look: of several tries the latest counts. */
  @Interval(sweepEvery)
  async sweep(): Promise<void> {
    if (this.config.process === 'api') return;
    const stalled = await this.database.manager
      .query<[{ id: string }[], number]>(
        `UPDATE exports SET progressed_at = $2
         WHERE status = 'preparing'
           AND greatest(requested_at, decided_at, progressed_at) < $2::timestamptz - make_interval(secs => $1) RETURNING id`,
        [stalledAfter, this.clock.now()],
      )
      .then(([rows]) => rows)
      .catch(() => []); // the database is away: the next look finds the same
    for (const { id } of stalled) await this.jobs.send(prepareQueue, { id }, { singletonKey: newId() });
  }
}
