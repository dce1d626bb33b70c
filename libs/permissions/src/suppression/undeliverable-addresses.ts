import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { assertNotErased } from '../consents/consents.js';
import { EvidenceActs } from '../evidence-acts.js';

const takeOut = `
  DELETE FROM undeliverable_addresses u USING contact_points p
  WHERE p.contact_id = $1 AND p.kind = 'email' AND p.digest = u.digest`;

/** Mail servers err, and mailboxes come back: staff may let an address be tried again. */
@Injectable()
export class UndeliverableAddresses {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly audit: Audit,
  ) {}

  /** Whoever else has the same address is written to again as well. @throws NotFound, Forbidden, PersonErased */
  tryAgain(context: RequestContext, contactId: string): Promise<void> {
    const subject = { contactId };
    return this.acts.write(context, { subject, permission: 'contacts.update' }, async (tx) => {
      await assertNotErased(tx, contactId);
      const [, count] = await tx.query<[unknown[], number]>(takeOut, [contactId]);
      if (count === 0) return; // none was stopped
      const entry = { action: 'undeliverable_address.remove', subjectType: 'contact', subjectId: contactId };
      await this.audit.record(tx, context, entry);
    });
  }
}
