import type { Channel, Language, LegalBasis, PurposeClass, SourceKind } from '@seloste/kernel';

/** A "no" in force, as the pages read it. `since` is ISO 8601. */
export interface ObjectionInForce {
  id: string;
  channel: Channel | 'all';
  purpose: string;
  since: string;
  /** Left by an erasure, of somebody who came back: theirs, though it was not said by this record. */
  isInherited?: true;
}

/** A "yes" that nobody took back; not in force while it waits for its confirmation. */
export interface ConsentGiven extends ObjectionInForce {
  isInForce: boolean;
}

/** What we hold on a person, as their own link shows it (`person_by_token`). */
export interface HeldPerson {
  firstName: string;
  lastName: string;
  title: string | null;
  area: string | null;
  department: string | null;
  language: Language | null;
  interests: string[];
  /** How many. */
  authorisations: number;
  company: string | null;
  /** Works for a company that is not one person's own trade (917/2014 s. 202). */
  isAtLegalPerson: boolean;
  /** Their company is or was a customer or a partner, and not only a prospect. */
  hasRelationship: boolean;
  restricted: boolean;
  emails: string[];
  phones: string[];
  /** Days as `YYYY-MM-DD`. */
  retention: { dueOn: string | null; ground: string; reviewOn: string | null };
  /** How many contacts with us are on record. */
  interactions: number;
  /** A sale reference is on record (917/2014 s. 200(3)). */
  hasBought: boolean;
  sources: { kind: SourceKind; what: string | null; on: string }[];
  /** Legal bases of the person's own, by purpose. */
  bases: Record<string, LegalBasis>;
  objections: ObjectionInForce[];
  companyObjections: ObjectionInForce[];
  consents: ConsentGiven[];
}

/** What we use data for, as the pages name it. */
export interface PurposeShown {
  key: string;
  class: PurposeClass;
  basis: LegalBasis | null;
  switchedOn: boolean;
  /** Null: a built-in one, named by the catalogue. */
  names: Record<Language, string> | null;
}

/** The consent that a link of kind `confirmation` asks about. Times are ISO 8601. */
export interface ConsentAsked {
  id: string;
  channel: Channel | 'all';
  purpose: string;
  text: string;
  since: string;
  confirmedAt: string | null;
  withdrawnAt: string | null;
}
