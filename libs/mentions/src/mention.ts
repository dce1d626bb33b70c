/** `initials`: `M. Virtanen`, `Matti V.` or `MV`. */
export type MentionKind =
  'full_name' | 'last_name' | 'first_name' | 'initials' | 'email' | 'phone' | 'handle';

/**
 * Where a text names the person: UTF-16 offsets, the end exclusive, with case ending and all. What is sure may be
 * replaced; what is doubtful is for a person to decide.
 */
export interface Mention {
  start: number;
  end: number;
  kind: MentionKind;
  certainty: 'sure' | 'doubtful';
}
