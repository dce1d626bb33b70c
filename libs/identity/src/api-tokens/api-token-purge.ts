import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Nightly } from '@seloste/platform';

/** How long an expired token is still listed, in milliseconds. */
const listedFor = 30 * 24 * 60 * 60 * 1000;

/** Clears expired tokens away, every night. */
@Injectable()
export class ApiTokenPurge {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Nightly('identity.api-token-purge', 41)
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - listedFor);
    await this.database.manager.query('DELETE FROM api_tokens WHERE expires_at <= $1', [before]);
  }
}
