import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf, type Reader } from '@seloste/platform';
import type { DecisionCode } from '../decision/decision.js';
import { Permissions } from '../decision/permissions.service.js';
import { EvidenceActs } from '../evidence-acts.js';
import { ConfirmationLetters } from './confirmation-letters.js';
import { Consent } from './consent.entity.js';
import { AskedRecently, NotAwaitingConfirmation } from './consents.errors.js';

/** A letter to the same person about the same consent goes out once in this time, in milliseconds. */
const pause = 60 * 60 * 1000;

/** Who said no since, or may not be written to at all, is not asked again whether they said yes. */
const silencing: readonly DecisionCode[] = [
  'erased',
  'restricted',
  'objected',
  'company_objected',
  'suppressed',
];

/** The letter of the double opt-in once more: mail gets lost, and addresses are mended (GDPR Art. 7(1); V2). */
@Injectable()
export class AskAgain {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly permissions: Permissions,
    private readonly letters: ConfirmationLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, NotAwaitingConfirmation, AskedRecently, NotPermitted; InvalidInput where no address takes mail */
  run(
    context: RequestContext,
    { contactId, consentId }: { contactId: string; consentId: string },
  ): Promise<void> {
    const reached = { subject: { contactId }, permission: 'consents.create' as const };
    return this.acts.write(context, reached, async (tx) => {
      // Of two requests at once, the second sees the first one's letter.
      await tx.query('SELECT FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
      const consent = await tx.findOneBy(Consent, { id: consentId, contactId });
      if (!consent) throw new NotFound('consent');
      const reader = readerOf(tx);
      await this.assertOpen(reader, consent);
      await this.assertMayBeAsked(reader, context, consent);
      await this.letters.send(tx, context, consent);
    });
  }

  private async assertOpen(reader: Reader, { id, contactId, needsConfirmation }: Consent): Promise<void> {
    const [found] = await reader.read<{ isOver: boolean; wasAskedRecently: boolean }>(selectState, [
      id,
      contactId,
      new Date(this.clock.now().getTime() - pause),
    ]);
    if (!needsConfirmation || found?.isOver) throw new NotAwaitingConfirmation();
    if (found?.wasAskedRecently) throw new AskedRecently();
  }

  private async assertMayBeAsked(
    reader: Reader,
    context: RequestContext,
    { contactId, purpose }: Consent,
  ): Promise<void> {
    const attempt = { channel: 'email' as const, purpose };
    const decision = await this.permissions.decide(reader, contactId, attempt);
    if (silencing.includes(decision.code))
      throw await this.permissions.refusalOf(reader, context, { decision, attempt });
  }
}

const selectState = `
  SELECT EXISTS (SELECT FROM consent_confirmations WHERE consent_id = $1)
      OR EXISTS (SELECT FROM consent_withdrawals WHERE consent_id = $1) AS "isOver",
    EXISTS (SELECT FROM contact_links WHERE contact_id = $2 AND consent_id = $1 AND issued_at > $3) AS "wasAskedRecently"`;
