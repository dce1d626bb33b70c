import type { Language, PurposeClass, Purpose, SourceKind } from '@seloste/kernel';
import type { DecisionCode, NoticePurpose } from '@seloste/permissions';

/** What a message says of its reader. */
export interface PersonValues {
  firstName: string;
  lastName: string;
  title: string | null;
  areaOfResponsibility: string | null;
  company: string | null;
  ownerName: string | null;
  /** Where we have the person from; `when` is a calendar day. */
  addressSource: { kind: SourceKind; what: string | null; when: string } | null;
  /** Have they still to be told of us (GDPR Art. 14)? Then the message tells them. */
  noticeDue: boolean;
  /** By their keys, with the basis that counts for the person: a basis of their own before the purpose's. */
  purposes: Partial<Record<Purpose, NoticePurpose>>;
}

/** Everything that is filled in when a message is handed over. */
export interface MergeValues extends PersonValues {
  /** What allows the message: says to the reader why they get it. Null where nothing is decided yet. */
  because: DecisionCode | null;
  /** The person's own links; service mail shows neither. */
  unsubscribeUrl: string;
  preferencesUrl: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** One version of a template, compiled: rendering is putting strings together. */
export interface TemplateRenderer {
  /** Which purpose it was written for, and so what its foot says. A message of another purpose may not use it. */
  readonly purpose: Purpose;
  readonly purposeClass: PurposeClass;
  readonly languages: readonly Language[];
  /** The language among these that somebody gets who reads `wanted`; null: nobody knows what they read. */
  languageFor(wanted: Language | null): Language;
  /** @throws RangeError for a language that it does not have */
  render(language: Language, values: MergeValues): RenderedMail;
}
