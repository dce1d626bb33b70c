import { Injectable } from '@nestjs/common';
import {
  Database,
  purgeBatch,
  purgeInBatches,
  Purges,
  type OnBatch,
  type Over,
  type Purge,
} from '@seloste/platform';

/** What was said goes when the rule of its type says so, except where something of it is held or a person restricted (H7, V12). */
@Injectable()
export class InteractionPurge implements Purge {
  readonly tables = ['interactions', 'interaction_revisions', 'interaction_participants'];

  constructor(
    private readonly database: Database,
    purges: Purges,
  ) {
    purges.provide('interaction_bodies', this);
    purges.provide('visits', this);
  }

  async due({ interactionType, before, today }: Over): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      'SELECT count(*)::int AS n FROM retention_due_interactions($1, $2, $3, NULL)',
      [interactionType, before, today],
    );
    return row?.n ?? 0;
  }

  /** A redacted one stays as a line of the timeline: that there was a call, and when. */
  async run({ interactionType, before, today, action }: Over, onBatch: OnBatch): Promise<void> {
    const call = `retention_${action}_interactions($1, $2, $3, $4)`;
    await purgeInBatches(
      this.database,
      async (tx) => {
        const [row] = await tx.query<{ n: number }[]>(`SELECT ${call} AS n`, [
          interactionType,
          before,
          today,
          purgeBatch,
        ]);
        return row?.n ?? 0;
      },
      onBatch,
    );
  }
}
