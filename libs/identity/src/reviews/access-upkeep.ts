import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Scheduled } from '@seloste/platform';
import { Calendar } from '../calendar.js';
import { endLapsed } from '../grants/role-changes.js';
import { ConcludeReview } from './conclude-review.js';
import { OpenReview } from './open-review.js';

const context: RequestContext = {
  actor: { kind: 'system', name: 'access-upkeep' },
  requestId: 'access-upkeep',
};

/** The steps of a round. */
@Injectable()
export class AccessRound {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly opening: OpenReview,
    private readonly conclusion: ConcludeReview,
  ) {}

  /** Writes the end of grants whose date has passed, moves the open review on, and opens the quarter's. Safe to repeat. */
  async run(at: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const lapsed = await endLapsed(tx, at, null);
      if (lapsed.length > 0) await this.audit.recordAll(tx, context, lapsed);
    });
    await this.conclusion.run(context);
    await this.opening.ofQuarter(context, await this.calendar.today());
  }
}

/** Looks after grants and their reviews every few minutes. (What has ended counts no more in any case.) */
@Injectable()
export class AccessUpkeep {
  constructor(
    private readonly round: AccessRound,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Scheduled({ queue: 'identity.access-upkeep', cron: '30 */5 * * * *', apart: 240 })
  run(): Promise<void> {
    return this.round.run(this.clock.now());
  }
}
