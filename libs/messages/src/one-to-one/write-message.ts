import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { contactsWithin } from '@seloste/identity';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import { Permissions, type ContactAttempt } from '@seloste/permissions';
import { Database, readerOf, type Reader } from '@seloste/platform';
import type { CreateMessage } from './one-to-one.dto.js';
import { RequestedOnce } from './requested-once.js';
import { WrittenByHand } from './written-by-hand.js';

interface Addressee {
  language: Language;
  companyId: string | null;
}

/** Somebody writes to one person; the mail leaves ten seconds later, if it still may. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly permissions: Permissions,
    private readonly once: RequestedOnce,
    private readonly byHand: WrittenByHand,
  ) {}

  /**
   * @param key the caller's own name of this request: sent again, it writes no second mail
   * @returns the id of the message
   * @throws NotFound, InvalidInput, NotPermitted, IdempotencyKeyReused
   */
  async run(
    context: RequestContext,
    contactId: string,
    input: CreateMessage,
    key: string | null,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const reader = readerOf(tx);
      const addressee = await addresseeOf(reader, context, contactId);
      const request = { key, contactId, input };
      const earlier = await this.once.earlier(tx, context, request);
      if (earlier) return earlier;
      const { purpose, subject, body, areas, roleReason, templateId } = input;
      await assertPurpose(reader, purpose);
      const language = input.language ?? addressee.language;
      await this.assertMay(reader, context, {
        contactId,
        attempt: { channel: 'email', purpose, areas, roleReason },
      });
      await this.byHand.assertSound(reader, { subject, body }, { purpose, language, templateId });
      const id = newId();
      await this.once.queue(tx, request, {
        ...{ id, contactId, purpose, language, areas, roleReason },
        companyId: addressee.companyId,
        origin: null,
        authorId: actingUserId(context),
        canBeTakenBack: true,
        content: { subject, body },
      });
      const fields = Object.keys(input).filter((field) => input[field as keyof CreateMessage] != null);
      const subjectOf = { subjectType: 'message', subjectId: id, shownIds: [contactId] };
      await this.audit.record(tx, context, { action: 'message.create', ...subjectOf, fields });
      return id;
    });
  }

  /** @throws NotPermitted; InvalidInput where the sender has to say what it has to do with the person's work (C2) */
  private async assertMay(
    reader: Reader,
    context: RequestContext,
    { contactId, attempt }: { contactId: string; attempt: ContactAttempt },
  ): Promise<void> {
    const decision = await this.permissions.decide(reader, contactId, attempt);
    if (!decision.allowed) throw await this.permissions.refusalOf(reader, context, { decision, attempt });
    if (decision.obligations.includes('role_link'))
      throw InvalidInput.of('roleReason', 'required', 'must say what it has to do with the person’s work');
  }
}

/** @throws NotFound for whom the caller may not write to as for who is not there */
async function addresseeOf(reader: Reader, context: RequestContext, contactId: string): Promise<Addressee> {
  const parameters: unknown[] = [contactId];
  const within = contactsWithin(context, 'messages.create', 'c', parameters) ?? 'true';
  const [row] = await reader.read<Addressee>(
    `SELECT coalesce(c.language, (SELECT k.language FROM controllers k), 'fi') AS language, c.company_id AS "companyId"
     FROM contacts c WHERE c.id = $1 AND ${within}`,
    parameters,
  );
  if (!row) throw new NotFound('contact');
  return row;
}

/** @throws InvalidInput */
async function assertPurpose(reader: Reader, key: string): Promise<void> {
  const rows = await reader.read(`SELECT 1 FROM purposes WHERE key = $1 AND class <> 'profiling'`, [key]);
  if (rows.length === 0)
    throw InvalidInput.of('purpose', 'purpose', 'must be a purpose that messages are sent for');
}
