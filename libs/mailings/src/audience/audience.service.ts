import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Language, RequestContext } from '@seloste/kernel';
import { Permissions, type DecisionCode } from '@seloste/permissions';
import { Database, languageOf, referenceOf } from '@seloste/platform';
import type { MailingResponse } from '../mailings.dto.js';
import { readMailing } from '../read-mailings.js';
import { AudienceOfMailing } from './audience-of-mailing.js';
import type { AudienceMember, AudiencePage, AudienceQuery } from './audience.dto.js';
import { summaryOf, totalOf, type Counted } from './count-audience.js';
import { countLiveAudience, readLiveAudience, type MemberRow } from './live-audience.js';
import { countSentAudience, readSentAudience } from './sent-audience.js';
import { sentences } from './sentences.js';

interface Found {
  items: MemberRow[];
  nextCursor: string | null;
  counted: Counted[] | null;
}

/** Who a mailing goes to, with everybody who is left out and why: of a draft as of now, later as it was decided. */
@Injectable()
export class Audience {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly permissions: Permissions,
    private readonly audiences: AudienceOfMailing,
  ) {}

  /** A look at people, and on record as one. @throws NotFound */
  async show(context: RequestContext, id: string, query: AudienceQuery): Promise<AudiencePage> {
    const mailing = await readMailing(this.database, id);
    const { items, nextCursor, counted } = await this.find(context, mailing, query);
    await this.audit.recordRead(context, {
      action: 'mailing.read_audience',
      subjectType: 'mailing',
      subjectId: id,
      shownIds: items.map(({ contactId }) => contactId),
    });
    return {
      items: items.map((row) => this.memberOf(row, languageOf(context))),
      nextCursor,
      total: counted && totalOf(counted, query),
      counts: counted && summaryOf(counted),
    };
  }

  private async find(
    context: RequestContext,
    mailing: MailingResponse,
    query: AudienceQuery,
  ): Promise<Found> {
    const isFirst = query.cursor === undefined;
    if (mailing.status !== 'draft') {
      const page = await readSentAudience(this.database, context, mailing.id, query);
      return { ...page, counted: isFirst ? await countSentAudience(this.database, mailing.id) : null };
    }
    const draft = { ...mailing, templateId: mailing.template.id, segmentId: mailing.segment?.id ?? null };
    const { audience } = await this.audiences.of(this.database, draft);
    const counted = isFirst ? await countLiveAudience(this.database, context, audience) : null;
    // To look for what the counts say is not there would read everybody once more.
    if (counted && totalOf(counted, query) === 0) return { items: [], nextCursor: null, counted };
    return { ...(await readLiveAudience(this.database, context, audience, query)), counted };
  }

  private memberOf(row: MemberRow, language: Language): AudienceMember {
    const { contactId, name, companyId, companyName, judged } = row;
    return {
      contactId,
      name,
      company: referenceOf(companyId, companyName),
      language: judged?.language ?? null,
      fellBack: judged?.fellBack ?? false,
      allowed: judged?.allowed ?? null,
      code: judged?.code ?? null,
      law: judged?.law ?? null,
      since: judged?.since ?? null,
      purpose: judged?.purpose ?? null,
      sentence: judged && this.sentenceOf(judged, language),
    };
  }

  private sentenceOf({ code, since, purpose }: NonNullable<MemberRow['judged']>, language: Language): string {
    const own = sentences[code];
    if (own) return own[language];
    // Whatever is not ours comes from the permission engine.
    const decision = { code: code as DecisionCode, since, evidence: null };
    return this.permissions.sentenceOf(decision, { channel: 'email', purpose }, language);
  }
}
