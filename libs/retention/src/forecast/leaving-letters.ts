import { Injectable } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, Database, Scheduled } from '@seloste/platform';
import { forecastDays } from './forecast.dto.js';
import { LetterWeek } from './letter-week.js';

/** How many days are soon. */
const soonDays = 30;

interface Owner {
  id: string;
  name: string;
  email: string;
  language: Language;
  count: number;
  soon: number;
}

/** People with an owner who works here, as everybody may count them: restricted ones are absent. */
const owners = `
  SELECT u.id, u.name, u.email, u.language, n.count, n.soon FROM (
    SELECT c.owner_id, count(*)::int AS count, (count(*) FILTER (WHERE c.retention_due_on <= $1::date + ${soonDays}))::int AS soon
    FROM contacts c WHERE c.erased_at IS NULL AND c.retention_due_on <= $1::date + ${forecastDays} AND c.owner_id IS NOT NULL GROUP BY c.owner_id
  ) n JOIN users u ON u.id = n.owner_id WHERE u.deactivated_at IS NULL ORDER BY u.id`;

/** Every Monday whoever looks after people who go soon gets a letter: how many, and where to see them. No names. */
@Injectable()
export class LeavingLetters {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    private readonly week: LetterWeek,
  ) {}

  /** Once a week, all letters in one transaction or none. */
  @Scheduled({ queue: 'retention.leaving-letters', cron: '15 */10 * * * *', apart: 9 * 60 })
  async run(): Promise<void> {
    const due = await this.week.due();
    if (due === null) return;
    const { week, at, today } = due;
    const addressees = await this.week.thoseWhoMayKnow(await this.database.read<Owner>(owners, [today]));
    await this.database.transaction(async (tx) => {
      const begun = await tx.query<unknown[]>(
        'INSERT INTO leaving_rounds (week, at, letters) VALUES ($1, $2, $3) ON CONFLICT (week) DO NOTHING RETURNING week',
        [week, at, addressees.length],
      );
      if (begun.length === 0) return;
      for (const { id, name, email, language, count, soon } of addressees)
        await this.mailer.queue(tx, {
          ...{ to: email, language, userId: id, template: 'leaving_soon' as const },
          values: { name, count, soon, link: `${this.config.publicUrl}/` },
        });
    });
  }
}
