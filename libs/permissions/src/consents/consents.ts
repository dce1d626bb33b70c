import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { actingUserId, newId, type Channel, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../evidence-scope.js';
import { ContactLink } from '../links/contact-link.entity.js';
import type { ObjectionWay } from '../objections/objection.entity.js';
import { ConfirmationLetters } from './confirmation-letters.js';
import { ConsentConfirmation } from './consent-confirmation.entity.js';
import { ConsentWordings, type Asked } from './consent-wordings.js';
import { Consent, type ConsentWay } from './consent.entity.js';
import { PersonErased } from './consents.errors.js';

/** A "yes" as it was obtained. */
export interface NewConsent extends Asked {
  contactId: string;
  channel: Channel | 'all';
  obtainedVia: ConsentWay;
  /** When they said so; now when left out. */
  obtainedAt?: Date;
  note?: string | null;
  /** Does it count only once it is confirmed by a link that is then sent to them? Default false. By e-mail alone. */
  needsConfirmation?: boolean;
}

/** Consents with what exactly was agreed to, and their ends (GDPR Art. 7). Whoever may see the person is asked by the caller. */
@Injectable()
export class Consents {
  constructor(
    private readonly audit: Audit,
    private readonly wordings: ConsentWordings,
    private readonly letters: ConfirmationLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the consent's id
   * @throws PersonErased; InvalidInput for an unknown purpose or wording, or where nobody can be asked to confirm
   */
  async record(tx: EntityManager, context: RequestContext, consent: NewConsent): Promise<string> {
    const {
      contactId,
      channel,
      purpose,
      language,
      obtainedVia,
      note = null,
      needsConfirmation = false,
    } = consent;
    await assertNotErased(tx, contactId);
    const wordingId = await this.wordings.find(tx, context, consent);
    const [id, now] = [newId(), this.clock.now()];
    const given = { channel, purpose, language, wordingId, needsConfirmation };
    const obtained = { obtainedAt: consent.obtainedAt ?? now, obtainedVia, note };
    const recorded = { recordedAt: now, recordedBy: actingUserId(context) };
    const row = { id, contactId, ...given, ...obtained, ...recorded };
    await tx.insert(Consent, row);
    const fields = ['channel', 'purpose', 'wording', 'obtainedVia', 'obtainedAt'];
    await this.audit.record(tx, context, entryOf('consent.record', contactId, fields));
    if (needsConfirmation) await this.letters.send(tx, context, row);
    return id;
  }

  /**
   * The person confirms by the link that was sent to their address. Confirming twice is confirming once.
   * @returns false where there is no such consent of theirs, or the link is for another, or went to an address that is
   * not theirs any more
   */
  async confirm(
    tx: EntityManager,
    context: RequestContext,
    { contactId, consentId, linkId }: { contactId: string; consentId: string; linkId: string },
  ): Promise<boolean> {
    if (!(await tx.existsBy(ContactLink, { id: linkId, contactId, consentId }))) return false;
    const [confirmed] = await tx.query<unknown[]>(
      `INSERT INTO consent_confirmations (consent_id, contact_id, confirmed_at, link_id)
       SELECT $1::uuid, $2::uuid, $3::timestamptz, $4::uuid WHERE link_may_open($4)
       ON CONFLICT (consent_id) DO NOTHING RETURNING consent_id`,
      [consentId, contactId, this.clock.now(), linkId],
    );
    if (!confirmed) return tx.existsBy(ConsentConfirmation, { consentId });
    await this.audit.record(tx, context, entryOf('consent.confirm', contactId, ['confirmedAt']));
    return true;
  }

  /**
   * Ends consents, as easily as they were given (GDPR Art. 7(3)): nothing that rests on them is handed over after the
   * transaction. What is not theirs is passed over; twice is once.
   */
  async withdraw(tx: EntityManager, context: RequestContext, withdrawal: ConsentEnd): Promise<void> {
    const { contactId, consentIds, receivedVia, note = null, linkId = null } = withdrawal;
    if (consentIds.length === 0) return;
    const [{ n } = { n: 0 }] = await tx.query<{ n: number }[]>(
      'SELECT withdraw_consents($1, $2, $3, $4, $5, $6, $7) AS n',
      [contactId, consentIds, receivedVia, note, linkId, this.clock.now(), actingUserId(context)],
    );
    if (n === 0) return;
    const entry = entryOf('consent.withdraw', contactId, ['receivedVia']);
    await this.audit.recordAll(tx, context, Array<AuditEntry>(n).fill(entry));
  }
}

/** How consents ended. */
export interface ConsentEnd {
  contactId: string;
  consentIds: readonly string[];
  receivedVia: ObjectionWay;
  note?: string | null;
  linkId?: string | null;
}

/** @throws PersonErased */
export async function assertNotErased(tx: EntityManager, contactId: string): Promise<void> {
  const [person] = await tx.query<{ erased: boolean }[]>(
    'SELECT erased_at IS NOT NULL AS erased FROM contacts WHERE id = $1',
    [contactId],
  );
  if (person?.erased) throw new PersonErased();
}

const entryOf = (action: string, contactId: string, fields: string[]): AuditEntry => ({
  action,
  ...subjectOf({ contactId }),
  fields,
});
