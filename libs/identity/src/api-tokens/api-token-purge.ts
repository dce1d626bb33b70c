import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';

const apiTokenPurgeQueue = 'identity.api-token-purge';
const day = 24 * 60 * 60;

/** How long an expired token is still listed, in milliseconds. */
const listedFor = 30 * day * 1000;

/** Clears expired tokens away, every day, once for all processes. */
@Injectable()
export class ApiTokenPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(apiTokenPurgeQueue, () => this.run());
  }

  @Cron('0 41 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(apiTokenPurgeQueue, {}, { singletonKey: 'purge', singletonSeconds: day / 2 });
  }

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - listedFor);
    await this.database.manager.query('DELETE FROM api_tokens WHERE expires_at <= $1', [before]);
  }
}
