import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { MessageReports, type AnsweredMessage } from '@seloste/messages';
import { Objections, PersonLinks } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { InboundReplies } from '../replies/inbound-replies.js';
import type { Letter } from './letter.js';
import { readReport, reportOf, type MailReport } from './reports.js';
import { idsOfMessages, type Suspicion } from './triage.js';

/** What reads the mailbox and acts by what it finds. */
export const reader: RequestContext = { actor: { kind: 'system', name: 'inbound' }, requestId: 'inbound' };

/** A letter of which the headers are known; the rest is fetched only when it is needed. */
export interface SuspectLetter {
  suspicion: Suspicion;
  /** When it came into the mailbox. */
  at: Date;
  whole: () => Promise<Letter>;
}

/** Takes in what concerns messages of ours. Taking a letter in twice is taking it in once. */
@Injectable()
export class InboundLetters {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageReports,
    private readonly objections: Objections,
    private readonly links: PersonLinks,
    private readonly replies: InboundReplies,
  ) {}

  /** @returns whether it concerned us; otherwise nothing of it was kept */
  async take(letter: SuspectLetter): Promise<boolean> {
    const { suspicion, at } = letter;
    if (suspicion.kind === 'unsubscribe') return this.unsubscribe(suspicion.token, at);
    if (suspicion.kind === 'reply') {
      const [message] = await this.messages.find(this.database, suspicion.messageIds);
      return (
        message !== undefined && this.replies.take(reader, { message, letter: await letter.whole(), at })
      );
    }
    const report = readReport(await letter.whole());
    return report !== null && this.report(report, at);
  }

  private async report(report: MailReport, at: Date): Promise<boolean> {
    const [message] = await this.messages.find(this.database, idsOfMessages(report.messageIds));
    if (!message) return false;
    if (report.isComplaint) return this.complaint(message, at);
    const { outcome, status } = reportOf(report, message.recipient) ?? { outcome: null };
    if (outcome !== 'hard' && outcome !== 'soft') return false;
    await this.database.transaction((tx) =>
      this.messages.bounced(tx, reader, { message, kind: outcome, status, at }),
    );
    return true;
  }

  /** Whoever calls it junk wants none of it (917/2014 s. 200–202; GDPR Art. 21(2)). */
  private async complaint(message: AnsweredMessage, at: Date): Promise<boolean> {
    const { id: messageId, contactId } = message;
    const said = { channel: 'email', purpose: 'all', receivedVia: 'complaint', messageId } as const;
    await this.database.transaction(async (tx) => {
      await this.messages.complained(tx, reader, { message, at });
      await this.objections.record(tx, reader, { contactId, ...said, objectedAt: at });
    });
    return true;
  }

  /** The address of `List-Unsubscribe` does what its link does. */
  private async unsubscribe(token: string, at: Date): Promise<boolean> {
    const link = await this.links.find(token);
    const { contactId, channel, purpose, purposeClass, messageId, id: linkId } = link ?? { contactId: null };
    if (contactId === null) return false;
    await this.database.transaction((tx) =>
      this.objections.record(tx, reader, {
        contactId,
        channel: channel ?? 'all',
        purpose: purposeClass === 'marketing' ? (purpose ?? 'all') : 'all',
        receivedVia: 'email',
        messageId,
        linkId,
        objectedAt: at,
      }),
    );
    return true;
  }
}
