import { newId } from '@seloste/kernel';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ContactBasis } from './contact-basis.entity.js';
import type { CompleteInput } from './contact-columns.js';
import { ContactPoint } from './contact-point.entity.js';
import { ContactSource } from './contact-source.entity.js';
import type { Contact } from './contact.entity.js';
import { Employment } from './employment.entity.js';
import type { Arrival } from './insert-contacts.js';
import { pointsOf } from './points-of.js';

/** Which person is changed, when and by whom. `today` is the calendar day of the controller. */
export interface Act extends Arrival {
  id: string;
  today: string;
}

/** Replaces e-mail addresses and phone numbers, each kind only when it is given. */
export async function replacePoints(
  tx: EntityManager,
  { id, digests }: Act,
  input: CompleteInput,
): Promise<void> {
  const given = [
    { kind: 'email' as const, values: input.emails },
    { kind: 'phone' as const, values: input.phones },
  ];
  for (const { kind, values } of given) {
    if (values === undefined) continue;
    await tx.delete(ContactPoint, { contactId: id, kind });
    if (values.length === 0) continue;
    await tx.insert(
      ContactPoint,
      pointsOf(kind, values, digests).map((point) => ({ ...point, contactId: id })),
    );
  }
}

/** Replaces the sources; one that comes back with its id keeps when and by whom it was recorded. */
export async function replaceSources(tx: EntityManager, act: Act, input: CompleteInput): Promise<void> {
  if (input.sources === undefined) return;
  const known = new Set((await tx.findBy(ContactSource, { contactId: act.id })).map((source) => source.id));
  const kept = input.sources.flatMap(({ id }) => (id !== undefined && known.has(id) ? [id] : []));
  await tx.delete(ContactSource, { contactId: act.id, id: Not(In(kept)) });
  for (const { id, kind, what, when } of input.sources) {
    const source = { kind, what, collectedOn: when };
    if (id !== undefined && known.has(id)) await tx.update(ContactSource, { id }, source);
    else
      await tx.insert(ContactSource, {
        ...source,
        id: newId(),
        contactId: act.id,
        recordedAt: act.at,
        recordedBy: act.by,
      });
  }
}

/** Replaces the legal bases; an unchanged one keeps when and by whom it was recorded. */
export async function replaceBases(tx: EntityManager, act: Act, input: CompleteInput): Promise<void> {
  if (input.bases === undefined) return;
  const current = await tx.findBy(ContactBasis, { contactId: act.id });
  const isKept = (one: { purpose: string; basis: string }, among: { purpose: string; basis: string }[]) =>
    among.some((other) => other.purpose === one.purpose && other.basis === one.basis);
  const gone = current.filter((basis) => !isKept(basis, input.bases ?? []));
  const fresh = input.bases.filter((basis) => !isKept(basis, current));
  if (gone.length > 0)
    await tx.delete(ContactBasis, { contactId: act.id, purpose: In(gone.map((basis) => basis.purpose)) });
  if (fresh.length > 0)
    await tx.insert(
      ContactBasis,
      fresh.map((basis) => ({ ...basis, contactId: act.id, recordedAt: act.at, recordedBy: act.by })),
    );
}

/**
 * Keeps the employment history: a new employer ends the current employment, a new title is the current one's, and a
 * change taken back on the same day leaves no trace (GDPR Art. 5(1)(d)).
 */
export async function changeEmployer(
  tx: EntityManager,
  act: Act,
  { before, after }: { before: Contact; after: Contact },
): Promise<void> {
  const current = { contactId: act.id, endedOn: IsNull() };
  if (before.companyId === after.companyId) {
    if (before.title !== after.title) await tx.update(Employment, current, { title: after.title });
    return;
  }
  const endsToday = await tx.findOneBy(Employment, current);
  const back = after.companyId !== null && (await employmentEndedToday(tx, act, after.companyId));
  // Begun and ended on one day: a slip that was put right, no employment. What came before it goes on.
  if (endsToday?.startedOn === act.today) await tx.delete(Employment, { id: endsToday.id });
  else await tx.update(Employment, current, { endedOn: act.today });
  if (back) await tx.update(Employment, { id: back.id }, { endedOn: null, title: after.title });
  else if (after.companyId !== null)
    await tx.insert(Employment, {
      id: newId(),
      contactId: act.id,
      companyId: after.companyId,
      title: after.title,
      startedOn: act.today,
      endedOn: null,
    });
}

/** The employment that a change of today ended, when the change is taken back. */
const employmentEndedToday = (tx: EntityManager, act: Act, companyId: string): Promise<Employment | null> =>
  tx.findOne(Employment, {
    where: { contactId: act.id, companyId, endedOn: act.today },
    order: { id: 'DESC' },
  });
