import type { Language } from '@seloste/kernel';
import type { ExtensionReason, RefusalGround, RequestKind, RequestOutcome } from '../../request-words.js';
import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';

/** What a letter of a request can be for. */
export const letterKinds = ['receipt', 'extension', 'answer', 'note'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter is written from. Days are in words of its language. */
export interface LetterFacts {
  /** Null: nobody knows who it is. */
  name: string | null;
  company: string;
  reference: string;
  kind: RequestKind;
  receivedOn: string;
  /** The last day for the answer; in an extension, the new one. */
  dueOn: string;
  reason: ExtensionReason | null;
  outcome: RequestOutcome | null;
  grounds: readonly RefusalGround[];
}

/** The letters of requests in one language: a subject and paragraphs, which whoever sends them may change. */
export interface RequestLetterWords {
  locale: string;
  subject: (facts: LetterFacts) => string;
  greeting: (name: string | null) => string;
  /** How the request is named within a sentence. */
  kind: Record<RequestKind, string>;
  receipt: (facts: LetterFacts, kind: string) => string[];
  extension: (facts: LetterFacts, kind: string) => string[];
  extensionReason: Record<ExtensionReason, string>;
  answer: Record<RequestOutcome, (facts: LetterFacts, kind: string) => string[]>;
  /** What is done where a request is granted. */
  granted: Record<RequestKind, string>;
  ground: Record<RefusalGround, string>;
  /** The way to complain (GDPR Art. 12(4)). */
  complaint: string;
  regards: (company: string) => string;
}

export const requestLetterWords: Record<Language, RequestLetterWords> = { fi, sv, en };
