import { isIP } from 'node:net';

/** Who asks for passkeys: they belong to a domain and work on the pages of one origin. */
export interface RelyingParty {
  id: string;
  origin: string;
}

const thisMachine = new Set(['127.0.0.1', '[::1]', 'localhost', '0.0.0.0', '[::]']);

/**
 * The relying party under a public URL. Browsers know no passkeys for bare addresses, nor on pages that came without
 * encryption, but on this very machine: there it is `localhost`. Null where passkeys cannot work.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const url = new URL(publicUrl);
  if (thisMachine.has(url.hostname)) {
    url.hostname = 'localhost';
    return { id: 'localhost', origin: url.origin };
  }
  const isAddress = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
  return isAddress || url.protocol !== 'https:' ? null : { id: url.hostname, origin: url.origin };
}
