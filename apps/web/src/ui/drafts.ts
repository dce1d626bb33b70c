const prefix = 'seloste.draft.';
const ownerScope = 'owner';

/**
 * Unsaved text of composers and forms, kept for this browser tab only until it is saved, discarded or the person logs out.
 * Storage that is full or forbidden never stops the typing.
 */
export function readDraft<T>(scope: string): T | null {
  try {
    const text = sessionStorage.getItem(prefix + scope);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps the draft of this scope; null forgets it. */
export function writeDraft(scope: string, draft: unknown): void {
  try {
    if (draft === null) sessionStorage.removeItem(prefix + scope);
    else sessionStorage.setItem(prefix + scope, JSON.stringify(draft));
  } catch {
    // A private window may refuse storage: the draft then lives only as long as the page.
  }
}

/** From now on the drafts are this user's; what somebody else left in this tab is forgotten. */
export function claimDrafts(userId: string): void {
  const owner = readDraft<string>(ownerScope);
  if (owner !== null && owner !== userId) forgetDrafts();
  writeDraft(ownerScope, userId);
}

/** Forgets every draft: for logging out, so that no personal data stays behind. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing could have been stored either.
  }
}
