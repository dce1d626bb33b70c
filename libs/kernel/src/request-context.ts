import type { HeldPermissions } from './access/scope.js';

/** Who acts: a signed-in user, perhaps by a program with an API token, or the software itself (a scheduled job, the first-run setup). */
export type Actor =
  | { kind: 'user'; userId: string; permissions: HeldPermissions; language: string; tokenId?: string }
  | { kind: 'system'; name: string };

/** Handed first to every use case: on whose behalf, and in which request. */
export interface RequestContext {
  actor: Actor;
  requestId: string;
  /** Why somebody who may do so acts as privacy officer and sees restricted people (GDPR Art. 18(2)); else absent. */
  privacyReason?: string | undefined;
}

/** The acting user's id; null when the software itself acts. */
export const actingUserId = ({ actor }: RequestContext): string | null =>
  actor.kind === 'user' ? actor.userId : null;
