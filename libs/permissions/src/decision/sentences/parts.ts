import type { Channel } from '@seloste/kernel';
import type { DecisionCode } from '../decision.js';

/** What a sentence is put together from. */
export interface Parts {
  channel: Channel;
  /** The purpose as a subject, and as what is forbidden (Finnish alone inflects). */
  name: string;
  object: string;
  /** ` by e-mail`; empty where it is not about a channel. */
  by: string;
  /** The day, written out; null where there is none. */
  day: string | null;
}

export type Sentences = Record<DecisionCode, (parts: Parts) => string>;

/** ` (1.3.2026)`, or nothing. */
export const inBrackets = (day: string | null, before = ''): string =>
  day === null ? '' : ` (${before}${day})`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
