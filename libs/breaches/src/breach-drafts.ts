import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { languages, NotFound, type RequestContext } from '@seloste/kernel';
import { AppConfig, Database } from '@seloste/platform';
import type { BreachDrafts as Drafts } from './breaches.dto.js';
import { draftForAuthority, draftForPeople, type BreachFacts } from './draft-notices.js';

const select = `
  SELECT b.reference, b.facts, b.aware_at AS "awareAt", b.natures, b.effects, b.measures, breach_people_of(b.id) AS affected,
    coalesce((SELECT name FROM controllers), 'Seloste') AS company, (SELECT postal_address FROM controllers) AS address
  FROM breaches b WHERE b.id = $1`;

/** Notices as they are prepared: whoever sends them completes them. */
@Injectable()
export class BreachDrafts {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly config: AppConfig,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound */
  async draft(context: RequestContext, id: string): Promise<Drafts> {
    const [row] = await this.database.read<Omit<BreachFacts, 'contact'> & { address: string | null }>(
      select,
      [id],
    );
    if (!row) throw new NotFound('breach');
    const timeZone = await this.calendar.timeZone();
    const { company, address } = row;
    const contact = [company, this.config.mailFrom?.address, address].filter(Boolean).join(', ');
    await this.audit.recordRead(context, { action: 'breach.read', subjectType: 'breach', subjectId: id });
    return {
      authority: languages.map((language) => draftForAuthority({ ...row, contact }, language, timeZone)),
      people: languages.map((language) => draftForPeople({ ...row, contact }, language, timeZone)),
    };
  }
}
