import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PgBoss, type Job, type SendOptions } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { MasterKey } from '../config/master-key.js';
import { appUrl } from '../database/connection.js';
import { describeError } from '../describe-error.js';
import { jobSchema } from './install.js';

/** What a job carries: ids only, never a personal value. */
export type JobData = Record<string, string | number | null>;

/** Says what kind of error a job ended with. The queue keeps it for days, and an error itself may quote values (K6). */
class JobFailed extends Error {
  constructor(error: unknown) {
    super(describeError(error));
    this.stack = undefined;
  }
}

/**
 * Queued work in PostgreSQL (pg-boss). Any process may send; only processes that work (`SELOSTE_PROCESS` all or
 * worker) run handlers. A job is at-least-once: its handler must be able to run twice.
 */
@Injectable()
export class Jobs implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly started: Promise<unknown>;
  private readonly works: boolean;

  constructor(config: AppConfig, masterKey: MasterKey) {
    this.works = config.process !== 'api';
    this.boss = new PgBoss({
      connectionString: appUrl(config.databaseUrl, masterKey),
      application_name: 'seloste-jobs',
      schema: jobSchema,
      max: 3,
      migrate: false,
      createSchema: false,
      reindex: false,
      schedule: false,
      supervise: this.works,
    });
    this.boss.on('error', (error) =>
      this.logger.error(`${error.name} ${(error as { code?: string }).code ?? ''}`),
    );
    this.started = this.boss.start();
    this.started.catch(() => undefined); // whoever waits for it, first of all onModuleInit, meets the same error
  }

  async onModuleInit(): Promise<void> {
    await this.started;
  }

  async onModuleDestroy(): Promise<void> {
    await this.started.catch(() => undefined);
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  /**
   * Declares a queue and, in a working process, who handles it. Of jobs with the same `singletonKey` only one is
   * queued or running at a time, however many processes send them. The queue is looked at twice a second, and `atOnce`
   * jobs are taken along each time, one after the other; when one of them fails, all are tried again.
   */
  async handle<T extends JobData>(
    queue: string,
    handler: (data: T) => Promise<void>,
    { atOnce = 1 } = {},
  ): Promise<void> {
    await this.started;
    await this.boss.createQueue(queue, { policy: 'stately', retryLimit: 5, retryBackoff: true });
    if (!this.works) return;
    const options = { pollingIntervalSeconds: 0.5, batchSize: atOnce };
    await this.boss.work<T>(queue, options, async (jobs: Job<T>[]) => {
      for (const { data } of jobs)
        await handler(data).catch((error: unknown) => {
          throw new JobFailed(error);
        });
    });
  }

  /** Queues one job if and only if the transaction is committed. Otherwise as {@link send}. */
  sendIn(tx: EntityManager, queue: string, data: JobData, options: SendOptions = {}): Promise<void> {
    const db = {
      executeSql: async (sql: string, values?: unknown[]) => ({
        rows: await tx.query<unknown[]>(sql, values),
      }),
    };
    return this.send(queue, data, { ...options, db });
  }

  /** Queues one job. With a `singletonKey`, a job that waits already makes this one superfluous. */
  async send(queue: string, data: JobData, options: SendOptions = {}): Promise<void> {
    await this.started;
    await this.boss.send(queue, data, options);
  }
}
