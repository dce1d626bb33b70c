import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { contactsWithin } from '@seloste/identity';
import { newId, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../evidence-scope.js';
import { PersonLinks } from '../links/person-links.js';
import type { MailNotices, NoticeMailing } from './notices.dto.js';
import { isOnItsWay, takesMail } from './read-duties.js';
import { writeNotice, type NoticeWriter, type Told } from './write-notice.js';

type Addressee = Told & { dutyId: string; contactId: string };

/** Held until the letters are queued. A statement of its own: the next one sees what others queued while this one waited. */
const hold = 'SELECT FROM notice_duties WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE';

/** Whoever can be written to, each with what is held about them. */
const addressees = (within: string) => `
  SELECT d.id AS "dutyId", c.id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS name,
    coalesce(c.language, (SELECT language FROM controllers)) AS language, e.value AS email,
    jsonb_build_object('company', c.company_id IS NOT NULL, 'work', num_nonnulls(c.title, c.area_of_responsibility, c.department) > 0,
      'phone', EXISTS (SELECT FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'phone'),
      'dealings', c.last_interaction_at IS NOT NULL) AS holds,
    (SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'what', s.what, 'on', s.collected_on) ORDER BY s.collected_on, s.id)
      FROM contact_sources s WHERE s.contact_id = c.id) AS sources,
    (SELECT jsonb_agg(jsonb_build_object('key', p.key, 'basis', coalesce(b.basis, p.basis), 'name', CASE WHEN NOT p.built_in
        THEN jsonb_build_object('fi', p.name_fi, 'sv', p.name_sv, 'en', p.name_en) END) ORDER BY p.built_in DESC, p.created_at, p.key)
      FROM purposes p LEFT JOIN contact_bases b ON b.contact_id = c.id AND b.purpose = p.key WHERE p.switched_on) AS purposes,
    c.retention_due_on::text AS "retentionDueOn", c.retention_review_on::text AS "retentionReviewOn"
  FROM notice_duties d JOIN contacts c ON c.id = d.contact_id
  JOIN LATERAL (SELECT p.value FROM contact_points p WHERE ${takesMail} ORDER BY p.position LIMIT 1) AS e ON true
  WHERE d.id = ANY ($1) AND d.discharged_at IS NULL AND c.erased_at IS NULL AND NOT ${isOnItsWay} AND ${within}
  ORDER BY d.id`;

/** Notices of GDPR Art. 14 by mail: a letter of the law, no marketing, to those who are chosen. */
@Injectable()
export class NoticeMailings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    private readonly links: PersonLinks,
  ) {}

  /** Each letter is in the person's language, and ends the duty when the mail server has taken it. */
  send(context: RequestContext, { dutyIds }: MailNotices): Promise<NoticeMailing> {
    const asked = [...new Set(dutyIds)];
    return this.database.transaction(async (tx) => {
      const parameters: unknown[] = [asked];
      const within = contactsWithin(context, 'notices.manage', 'c', parameters) ?? 'true';
      await tx.query(hold, [asked]);
      const people = await tx.query<Addressee[]>(addressees(within), parameters);
      const [writer] = await tx.query<NoticeWriter[]>(
        'SELECT name, business_id AS "businessId", postal_address AS "postalAddress" FROM controllers',
      );
      if (writer) for (const person of people) await this.queue(tx, person, writer);
      const entries = people.map(({ contactId }) => ({
        action: 'notice_duty.mail',
        ...subjectOf({ contactId }),
      }));
      if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
      return { queued: people.length, skipped: asked.length - people.length };
    });
  }

  private async queue(tx: EntityManager, person: Addressee, writer: NoticeWriter): Promise<void> {
    const { dutyId, contactId, email, language } = person;
    const linkId = newId();
    await this.links.issue(tx, [
      { id: linkId, contactId, kind: 'preferences', language, channel: 'email', address: email },
    ]);
    const messageId = await this.mailer.queue(tx, {
      to: email,
      language,
      template: 'privacy_notice',
      values: writeNotice(person, writer, this.links.urlsOf(linkId).preferences),
      contactId,
      about: { type: 'notice_duty', id: dutyId },
    });
    await tx.query('UPDATE notice_duties SET message_id = $2 WHERE id = $1', [dutyId, messageId]);
  }
}
