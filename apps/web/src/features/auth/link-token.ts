/** The pages that mailed links lead to; what is behind their # is a secret. */
const pages = new Set(['/invitation', '/password-reset']);

let kept: string | null = null;

/**
 * Takes the secret of a mailed link out of the address, so that it stays neither on the screen nor in the history, and
 * keeps it for this page's life. It was never in a request line: browsers do not send what is behind the #.
 */
export function takeLinkToken(): void {
  if (!pages.has(location.pathname) || location.hash.length < 2) return;
  kept = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname);
}

/** The secret of the mailed link that was opened last; null without one. */
export const linkToken = (): string | null => kept;

/** After use: the link is over. */
export function forgetLinkToken(): void {
  kept = null;
}
