import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { newId, NotFound, type Clock } from '@seloste/kernel';
import { CLOCK, Database, isPassing, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Package } from '../package.entity.js';
import { FindNames } from './find-names.js';
import { NotOurs, type Attempt } from './kit.js';
import { WriteFile } from './write-file.js';

export const workQueue = 'packages.work';

/** What a package goes through. */
@Injectable()
export class Stages {
  constructor(
    readonly names: FindNames,
    readonly file: WriteFile,
  ) {}
}

/** Carries packages through their stages in the queue. A stage can begin anew: an older try stops then. */
@Injectable()
export class PackageWork implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly jobs: Jobs,
    private readonly stages: Stages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ id: string }>(workQueue, ({ id }) => this.run(id));
  }

  /** Queues the next stage if and only if the transaction is committed. */
  request(tx: EntityManager, id: string): Promise<void> {
    return this.jobs.sendIn(tx, workQueue, { id }, { singletonKey: newId() });
  }

  /** The request that a package answers. @throws NotFound */
  async requestIdOf(id: string): Promise<string> {
    const found = await this.act((tx) => tx.findOneBy(Package, { id }));
    if (!found) throw new NotFound('package');
    return found.requestId;
  }

  private async run(id: string): Promise<void> {
    const token = newId();
    const work = await this.begin(id, token);
    if (work === null) return;
    const attempt = { work, progress: this.progressOf(work, token) };
    try {
      await (work.status === 'preparing' ? this.stages.names.run(attempt) : this.stages.file.run(attempt));
    } catch (error) {
      if (error instanceof NotOurs) return;
      if (!isPassing(error)) await this.fail(work, token);
      throw error;
    }
  }

  private begin(id: string, token: string): Promise<Package | null> {
    return this.act(async (tx) => {
      const work = await tx.findOne(Package, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!work || (work.status !== 'preparing' && work.status !== 'writing')) return null;
      Object.assign(work, { attempt: token, rowsDone: 0, progressedAt: this.clock.now() });
      await tx.query('DELETE FROM package_parts WHERE package_id = $1', [id]);
      if (work.status === 'preparing')
        await tx.query('DELETE FROM package_redactions WHERE package_id = $1', [id]);
      return tx.save(Package, work);
    });
  }

  private progressOf({ id, status }: Package, attempt: string): Attempt['progress'] {
    return (rowsDone, also) =>
      this.act(async (tx) => {
        const at = { rowsDone, progressedAt: this.clock.now() };
        const { affected } = await tx.update(Package, { id, status, attempt }, at);
        if (!affected) throw new NotOurs();
        await also?.(tx);
      });
  }

  private fail({ id, status }: Package, attempt: string): Promise<void> {
    return this.act(async (tx) => {
      await tx.update(Package, { id, status, attempt }, { status: 'failed' });
      await tx.query('DELETE FROM package_parts WHERE package_id = $1', [id]);
    });
  }

  private act<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.privacy.carryOut(tx, () => work(tx)));
  }
}
