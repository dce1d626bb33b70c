import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { readerOf, referenceOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { deadlineOf } from '../deadlines/deadlines.js';
import { RequestWork } from '../register/request-work.js';
import { SubjectRequest } from '../register/subject-request.entity.js';
import { refusalGrounds } from '../request-words.js';
import type { DraftQuery, DraftResponse, RequestLetterResponse, RequestLetters } from './answers.dto.js';
import { draftLetter } from './draft-letter.js';
import { addressOf } from './send-letters.js';

/** Letters as they are prepared, in the person's language; whoever sends them changes what they like. */
@Injectable()
export class Drafts {
  constructor(
    private readonly privacy: PrivacyOfficer,
    private readonly work: RequestWork,
  ) {}

  /** @throws NotFound */
  async draft(context: RequestContext, id: string, query: DraftQuery): Promise<DraftResponse> {
    const acting = await this.work.because(context, id);
    return this.privacy.look(acting, { subjectType: 'subject_request', subjectId: id }, async (tx) => {
      const request = await tx.findOneBy(SubjectRequest, { id });
      if (!request) throw new NotFound('subject_request');
      const { kind, receivedOn, reference, language } = request;
      const extension = query.kind === 'extension' ? Number(query.months ?? 1) : request.extension;
      const named = new Set(query.grounds?.split(','));
      const letter = draftLetter(
        query.kind,
        {
          ...(await namesOf(tx, request.contactId)),
          ...{ reference, kind, receivedOn, dueOn: deadlineOf(receivedOn, extension) },
          ...{ reason: query.reason ?? null, outcome: query.outcome ?? null },
          grounds: refusalGrounds.filter((ground) => named.has(ground)),
        },
        language,
      );
      return { ...letter, language, address: await addressOf(tx, request) };
    });
  }

  /** Those that went out. @throws NotFound */
  async letters(context: RequestContext, id: string): Promise<RequestLetters> {
    const acting = await this.work.because(context, id);
    return this.privacy.look(acting, { subjectType: 'subject_request', subjectId: id }, async (tx) => {
      const rows = await readerOf(tx).read<LetterRow>(selectLetters, [id]);
      return {
        items: rows.map(({ byId, byName, ...letter }) => ({
          ...letter,
          recordedBy: referenceOf(byId, byName),
        })),
      };
    });
  }
}

type LetterRow = Omit<RequestLetterResponse, 'recordedBy'> & { byId: string | null; byName: string | null };

const selectLetters = `
  SELECT l.id, l.kind, l.way, l.language, l.subject, l.body, l.sent_on::text AS "sentOn", u.id AS "byId", u.name AS "byName"
  FROM request_letters l LEFT JOIN users u ON u.id = l.recorded_by WHERE l.request_id = $1 ORDER BY l.id`;

async function namesOf(
  tx: EntityManager,
  contactId: string | null,
): Promise<{ name: string | null; company: string }> {
  const [row] = await tx.query<{ name: string | null; company: string }[]>(
    `SELECT (SELECT nullif(btrim(first_name || ' ' || last_name), '') FROM contacts WHERE id = $1 AND erased_at IS NULL) AS name,
       coalesce((SELECT name FROM controllers), 'Seloste') AS company`,
    [contactId],
  );
  return row ?? { name: null, company: 'Seloste' };
}
