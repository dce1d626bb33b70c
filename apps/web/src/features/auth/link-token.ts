import { useSyncExternalStore } from 'react';

/** The pages that mailed links lead to; what is behind their # is a secret. */
const pages = new Set(['/invitation', '/password-reset']);

/** The secret of a mailed link. */
export interface LinkToken {
  token: string;
  /** Tells one opened link from the next, where the secret itself should not stand. */
  key: number;
}

let kept: LinkToken | null = null;
let opened = 0;
const listeners = new Set<() => void>();

function keep(next: LinkToken | null): void {
  kept = next;
  for (const listener of listeners) listener();
}

/**
 * Takes the secret of a mailed link out of the address, so that it stays neither on the screen nor in the history, and
 * keeps it while its page is open. It was never in a request line: browsers do not send what is behind the #.
 */
export function takeLinkToken(): void {
  if (!pages.has(location.pathname) || location.hash.length < 2) return;
  keep({ token: location.hash.slice(1), key: ++opened });
  history.replaceState(history.state, '', location.pathname);
}

/** When its page is left. */
export const forgetLinkToken = (): void => keep(null);

/** The mailed link that was opened last; null without one. */
export function useLinkToken(): LinkToken | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}
