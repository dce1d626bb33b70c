import type { Channel } from '@seloste/kernel';
import type { HeldPerson, ObjectionInForce, PurposeShown } from './held.js';

/** One thing that a person may forbid: a purpose in a channel. Of profiling, the channel is `all`. */
export interface Cell {
  channel: Channel | 'all';
  purpose: string;
}

/** How a person stands to one {@link Cell}. */
export type Standing =
  /** They said no, or their company did (then nothing of theirs lifts it). `since` is ISO 8601. */
  | { is: 'objected'; by: 'person' | 'company'; since: string; objections: ObjectionInForce[] }
  /** They said yes; nobody waits for a confirmation. */
  | { is: 'consented'; since: string }
  /** They said yes, and have not confirmed it. */
  | { is: 'unconfirmed'; since: string }
  /** It takes a yes that they have not given. */
  | { is: 'not_asked' }
  /** It may be done until they say no. */
  | { is: 'not_objected' };

/** Is the objection about this? "Everything" never means what a contract needs (GDPR Art. 21(2)). */
export const covers = (
  objection: Pick<ObjectionInForce, 'channel' | 'purpose'>,
  { channel }: Cell,
  purpose: Pick<PurposeShown, 'key' | 'class'>,
): boolean =>
  (objection.channel === 'all' || objection.channel === channel) &&
  (objection.purpose === purpose.key || (objection.purpose === 'all' && purpose.class !== 'service'));

/** Whether this may only be done with a consent: the basis says so, or 917/2014 s. 200 does. */
export function needsConsent(person: HeldPerson, purpose: PurposeShown, channel: Cell['channel']): boolean {
  if (purpose.class === 'service') return false;
  if ((person.bases[purpose.key] ?? purpose.basis) === 'consent') return true;
  if (purpose.class === 'profiling' || channel === 'phone' || channel === 'post') return false;
  if (channel === 'email') return !person.isAtLegalPerson && !person.hasBought;
  return !(channel === 'sms' && person.hasBought);
}

/** Is there an address by which a consent could be used? A letter goes to the company's; of the others we hold none. */
export function isReachable(person: HeldPerson, channel: Cell['channel']): boolean {
  if (channel === 'all') return true; // profiling reaches nobody
  const addresses: Partial<Record<Channel, readonly unknown[]>> = {
    email: person.emails,
    phone: person.phones,
    sms: person.phones,
    post: person.company === null ? [] : [person.company],
  };
  return (addresses[channel]?.length ?? 0) > 0;
}

/** What the person said about this, and what holds without their word. */
export function standingOf(person: HeldPerson, purpose: PurposeShown, channel: Cell['channel']): Standing {
  const cell = { channel, purpose: purpose.key };
  const own = person.objections.filter((objection) => covers(objection, cell, purpose));
  if (own[0]) return { is: 'objected', by: 'person', since: own[0].since, objections: own };
  const company = person.companyObjections.find((objection) => covers(objection, cell, purpose));
  if (company) return { is: 'objected', by: 'company', since: company.since, objections: [] };
  const given = person.consents.filter(
    (consent) =>
      consent.purpose === purpose.key && (consent.channel === 'all' || consent.channel === channel),
  );
  const consent = given.findLast(({ isInForce }) => isInForce) ?? given.at(-1);
  if (consent) return { is: consent.isInForce ? 'consented' : 'unconfirmed', since: consent.since };
  return { is: needsConsent(person, purpose, channel) ? 'not_asked' : 'not_objected' };
}
