import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Language, RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { BreachWork } from './breach-work.js';
import type { BreachLetter, PeopleTold, TellPeople as Telling } from './breaches.dto.js';

/** People in one transaction. */
const batchSize = 500;

interface Told {
  contactId: string;
  language: Language;
  email: string;
}

const untold = `
  SELECT p.contact_id AS "contactId", coalesce(c.language, (SELECT language FROM controllers), 'fi') AS language, q.value AS email
  FROM breach_people p JOIN contacts c ON c.id = p.contact_id
  JOIN contact_points q ON q.contact_id = c.id AND q.kind = 'email' AND q.position = (
    SELECT min(o.position) FROM contact_points o WHERE o.contact_id = c.id AND o.kind = 'email')
  WHERE p.breach_id = $1 AND p.told_at IS NULL ORDER BY p.contact_id LIMIT ${batchSize}`;

/** Tells the people themselves, each once and in their own language (GDPR Art. 34(1)). It is no marketing, and no objection stops it. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly work: BreachWork,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asked again it goes on with whoever is left. @throws NotFound, BreachClosed */
  async tell(context: RequestContext, id: string, { letters }: Telling): Promise<PeopleTold> {
    let told = 0;
    for (;;) {
      const batch = await this.work.carryOn(context, id, async (tx, breach) => {
        const people = await tx.query<Told[]>(untold, [id]);
        for (const person of people) await this.write(tx, id, person, letters);
        if (people.length > 0) {
          await this.work.record(tx, context, breach, { step: 'people_told', people: people.length });
          await this.work.save(tx, breach);
        }
        return people.length;
      });
      told += batch;
      if (batch < batchSize) break;
    }
    const unreachable = await this.work.carryOn(context, id, async (tx) => {
      const [row] = await tx.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM breach_people WHERE breach_id = $1 AND told_at IS NULL',
        [id],
      );
      return row?.n ?? 0;
    });
    return { told, unreachable };
  }

  private async write(
    tx: EntityManager,
    breachId: string,
    { contactId, language, email }: Told,
    letters: BreachLetter[],
  ): Promise<void> {
    const letter = letters.find((one) => one.language === language) ?? letters[0];
    if (!letter) return;
    const mailId = await this.mailer.queue(tx, {
      ...{ to: email, language: letter.language, template: 'written_letter' as const, contactId },
      values: { subject: letter.subject, body: letter.body },
      about: { type: 'breach', id: breachId },
    });
    await tx.query(
      'UPDATE breach_people SET told_at = $3, mail_id = $4 WHERE breach_id = $1 AND contact_id = $2',
      [breachId, contactId, this.clock.now(), mailId],
    );
  }
}
