import type { SourceInput } from '../../../api/model.js';

/** A source as sent: one that is there already keeps its id; a text that says nothing is left out. */
export function toSourceInput<From extends SourceInput & { id?: string }>(
  source: From,
): SourceInput & { id?: string } {
  const { id, kind, what, when } = source;
  return { ...(id ? { id } : {}), kind, what: what?.trim() || null, when };
}

/** `other` says nothing by itself, so it needs words. */
export function sourceNeedsWords(source: SourceInput): boolean {
  return source.kind === 'other' && !source.what?.trim();
}
