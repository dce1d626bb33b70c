import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, newId, type Channel, type Language, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../evidence-scope.js';
import { PersonLinks } from '../links/person-links.js';
import { takesMail } from '../notices/read-duties.js';
import type { Consent } from './consent.entity.js';
import { ConsentWording } from './consent-wording.entity.js';

/** Who is asked, and where. */
interface Asked {
  name: string;
  language: Language;
  email: string;
}

type Unconfirmed = Pick<Consent, 'id' | 'contactId' | 'channel' | 'purpose' | 'wordingId' | 'obtainedAt'>;

/** The letters that ask whether a recorded "yes" is the person's own: double opt-in (GDPR Art. 7(1); V2). */
@Injectable()
export class ConfirmationLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly links: PersonLinks,
    private readonly audit: Audit,
  ) {}

  /**
   * Asks the person at their first address that takes mail, in their language, with a link for this consent alone.
   * @throws InvalidInput on `needsConfirmation`: `email_only` for another channel, `no_address` where none takes mail
   */
  async send(tx: EntityManager, context: RequestContext, consent: Unconfirmed): Promise<void> {
    const { id: consentId, contactId, channel, purpose, wordingId, obtainedAt } = consent;
    const { name, email, language } = await addresseeOf(tx, contactId, channel);
    const { text } = await tx.findOneByOrFail(ConsentWording, { id: wordingId });
    const ofConsent = { id: newId(), contactId, kind: 'confirmation' as const, language, purpose, consentId };
    await this.links.issue(tx, [{ ...ofConsent, channel: 'email', address: email }]);
    const link = this.links.urlsOf(ofConsent.id).confirmation;
    await this.mailer.queue(tx, {
      to: email,
      language,
      template: 'consent_confirmation',
      values: { name, wording: text, obtainedAt: obtainedAt.toISOString(), link },
      contactId,
      about: { type: 'consent', id: consentId },
    });
    await this.audit.record(tx, context, { action: 'consent.ask', ...subjectOf({ contactId }) });
  }
}

/** @throws InvalidInput */
async function addresseeOf(tx: EntityManager, contactId: string, channel: Channel | 'all'): Promise<Asked> {
  if (channel !== 'email')
    throw InvalidInput.of('needsConfirmation', 'email_only', 'must be false unless the channel is email');
  const [asked] = await tx.query<Asked[]>(selectAddressee, [contactId]);
  if (!asked)
    throw InvalidInput.of('needsConfirmation', 'no_address', 'must be false for whom no letter reaches');
  return asked;
}

const selectAddressee = `
  SELECT btrim(c.first_name || ' ' || c.last_name) AS name, p.value AS email,
    coalesce(c.language, (SELECT language FROM controllers)) AS language
  FROM contacts c JOIN contact_points p ON ${takesMail} WHERE c.id = $1 ORDER BY p.position LIMIT 1`;
