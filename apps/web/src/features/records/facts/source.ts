import type { SourceInput, SourceKind } from '../../../api/model.js';

/** A source that is still to be chosen has no kind: nobody's data comes from where nobody said. */
export type SourceDraft = Omit<SourceInput, 'kind'> & { kind: SourceKind | null };

export const isChosen = (source: SourceDraft): source is SourceInput => source.kind !== null;

/** A source as sent: one that is there already keeps its id; a text that says nothing is left out. */
export function toSourceInput<From extends SourceInput & { id?: string }>(
  source: From,
): SourceInput & { id?: string } {
  const { id, kind, what, when } = source;
  return { ...(id ? { id } : {}), kind, what: what?.trim() || null, when };
}

/** `other` says nothing by itself, so it needs words. */
export function sourceNeedsWords(source: SourceDraft): boolean {
  return source.kind === 'other' && !source.what?.trim();
}
