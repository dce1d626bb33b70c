import type { Source, SourceInput } from '../../../api/model.js';

/** A source as sent: without its id, and without a text that says nothing. */
export function toSourceInput({ kind, what, when }: Source | SourceInput): SourceInput {
  return { kind, what: what?.trim() || null, when };
}

/** `other` says nothing by itself, so it needs words. */
export function sourceNeedsWords(source: SourceInput): boolean {
  return source.kind === 'other' && !source.what?.trim();
}
