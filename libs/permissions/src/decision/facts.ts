import type { Channel, LegalBasis, Purpose, PurposeClass } from '@seloste/kernel';

/** A "no" that reaches a channel and a purpose, or `all` of them. */
export interface SaidNo {
  id: string;
  channel: Channel | 'all';
  purpose: Purpose;
}

export interface ObjectionFact extends SaidNo {
  objectedAt: Date;
  /** When the person took it back; null while it is in force. */
  withdrawnAt: Date | null;
}

/** An address or number of the person that is under a suppression. */
export interface SuppressionFact extends SaidNo {
  kind: 'email' | 'phone';
  reason: 'objection' | 'complaint' | 'erasure';
  since: Date;
}

export interface ConsentFact {
  id: string;
  channel: Channel | 'all';
  purpose: Purpose;
  obtainedAt: Date;
  needsConfirmation: boolean;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}

/** 917/2014 s. 200(3). `soldOn`: `YYYY-MM-DD`. */
export interface SaleFact {
  id: string;
  soldOn: string;
}

export interface PurposeFact {
  key: Purpose;
  class: PurposeClass;
  basis: LegalBasis | null;
  switchedOn: boolean;
}

/** `info@company` · `first.last@company` · at a provider of private mailboxes. */
export type AddressClass = 'shared' | 'named' | 'private';

/** Everything on record that a decision about one person depends on. */
export interface Facts {
  erasedAt: Date | null;
  /** Null while processing is not restricted (GDPR Art. 18). */
  restriction: { id: string | null; placedAt: Date | null } | null;
  title: string | null;
  areaOfResponsibility: string | null;
  company: { id: string; isSoleTrader: boolean; hasAddress: boolean } | null;
  /** The first choice. */
  email: { class: AddressClass; undeliverableSince: Date | null } | null;
  hasPhone: boolean;
  objections: ObjectionFact[];
  companyObjections: ObjectionFact[];
  suppressions: SuppressionFact[];
  consents: ConsentFact[];
  sales: SaleFact[];
  /** Bases of this person's own, instead of those of the purposes. */
  bases: { purpose: Purpose; basis: LegalBasis }[];
  /** The open duty to tell them of us (GDPR Art. 14). `dueOn`: `YYYY-MM-DD`. */
  notice: { id: string; dueOn: string } | null;
  purposes: PurposeFact[];
  /** Days begin and end in this IANA time zone. */
  timeZone: string;
}
