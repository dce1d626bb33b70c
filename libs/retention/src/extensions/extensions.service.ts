import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import {
  actingUserId,
  addMonths,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { EvidenceActs, subjectOf } from '@seloste/permissions';
import { CLOCK, readerOf, referenceOf, type Reader } from '@seloste/platform';
import { extensionBar, type Extendable } from './extension-bar.js';
import type { ExtendRetention, RetentionExtensionResponse } from './extensions.dto.js';
import { NotExtendable } from './extensions.errors.js';
import { RetentionExtension } from './retention-extension.entity.js';

/** How far ahead, in months: its end is its review (design rule 4). */
const longest = 12;

const hasOnlyWithdrawnConsent = `
  EXISTS (SELECT FROM contact_bases b WHERE b.contact_id = c.id)
  AND NOT EXISTS (SELECT FROM contact_bases b WHERE b.contact_id = c.id AND b.basis <> 'consent')
  AND EXISTS (SELECT FROM consent_withdrawals w WHERE w.contact_id = c.id)
  AND NOT EXISTS (SELECT FROM consents s WHERE s.contact_id = c.id
    AND NOT EXISTS (SELECT FROM consent_withdrawals w WHERE w.consent_id = s.id)
    AND (NOT s.needs_confirmation OR EXISTS (SELECT FROM consent_confirmations f WHERE f.consent_id = s.id)))`;

/** Keeping a person longer: on a lawful ground that is written down, for a year at most, and never against their word. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  async list(context: RequestContext, contactId: string): Promise<RetentionExtensionResponse[]> {
    const today = await this.calendar.today();
    const reached = { subject: { contactId }, permission: 'contacts.read_privacy' as const };
    return this.acts.read(context, { ...reached, action: 'retention_extension.list' }, (reader) =>
      readExtensions(reader, { contactId, today }),
    );
  }

  /** @throws NotFound, Forbidden, InvalidInput, NotExtendable */
  async extend(
    context: RequestContext,
    contactId: string,
    input: ExtendRetention,
  ): Promise<RetentionExtensionResponse> {
    const today = await this.calendar.today();
    const subject = { contactId };
    return this.acts.write(context, { subject, permission: 'retention.extend' }, async (tx) => {
      const wasDueOn = await dayToPutOff(readerOf(tx), contactId);
      assertLater(input.until, wasDueOn, today);
      const by = { recordedOn: today, recordedAt: this.clock.now(), recordedBy: actingUserId(context) };
      const id = newId();
      await tx.insert(RetentionExtension, { id, contactId, ...input, wasDueOn, ...by });
      const fields = ['basis', 'reason', 'until'];
      await this.audit.record(tx, context, {
        action: 'retention_extension.record',
        ...subjectOf(subject),
        fields,
      });
      const [recorded] = await readExtensions(readerOf(tx), { contactId, today, id });
      if (!recorded) throw new Error('an extension is there once it is recorded');
      return recorded;
    });
  }
}

/** The day on which the person would go. @throws NotFound, NotExtendable */
async function dayToPutOff(reader: Reader, contactId: string): Promise<string> {
  const [person] = await reader.read<Extendable>(
    `SELECT c.retention_due_on::text AS "dueOn", c.retention_ground AS ground, c.retention_start AS start,
       objected_to_everything(c.id) AS "hasObjectedToEverything", ${hasOnlyWithdrawnConsent} AS "hasOnlyWithdrawnConsent",
       c.erased_at IS NOT NULL AS "isErased"
     FROM contacts c WHERE c.id = $1`,
    [contactId],
  );
  if (!person) throw new NotFound('contact');
  const bar = extensionBar(person);
  if (bar !== null || person.dueOn === null) throw new NotExtendable(bar ?? 'not_about_to_go');
  return person.dueOn;
}

/** @throws InvalidInput */
function assertLater(until: string, wasDueOn: string, today: string): void {
  if (until <= wasDueOn || until <= today)
    throw InvalidInput.of('until', 'too_soon', 'must be later than the day on which they would go');
  if (until > addMonths(today, longest))
    throw InvalidInput.of('until', 'too_late', 'must be at most twelve months ahead');
}

type Row = Omit<RetentionExtension, 'restricted' | 'recordedOn'> & {
  recordedByName: string | null;
  isOpen: boolean;
};

/** The latest first; only the one named by `id`, when it is given. */
async function readExtensions(
  reader: Reader,
  { contactId, today, id }: { contactId: string; today: string; id?: string },
): Promise<RetentionExtensionResponse[]> {
  const rows = await reader.read<Row>(
    `SELECT x.id, x.contact_id AS "contactId", x.basis, x.reason, x.was_due_on::text AS "wasDueOn", x.until::text AS until,
       x.until >= $2::date AS "isOpen", x.recorded_at AS "recordedAt", x.recorded_by AS "recordedBy", u.name AS "recordedByName"
     FROM retention_extensions x LEFT JOIN users u ON u.id = x.recorded_by
     WHERE x.contact_id = $1 AND ($3::uuid IS NULL OR x.id = $3) ORDER BY x.recorded_at DESC, x.id DESC`,
    [contactId, today, id ?? null],
  );
  return rows.map(({ recordedBy, recordedByName, ...row }) => ({
    id: row.id,
    contactId: row.contactId,
    basis: row.basis,
    reason: row.reason,
    wasDueOn: row.wasDueOn,
    until: row.until,
    isOpen: row.isOpen,
    recordedAt: row.recordedAt,
    recordedBy: referenceOf(recordedBy, recordedByName),
  }));
}
