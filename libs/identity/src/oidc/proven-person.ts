import { domainToASCII } from 'node:url';
import { isEmail, normaliseEmail } from '@seloste/kernel';
import type { OidcProvider } from './oidc-provider.entity.js';

/** What a provider says about somebody in a signed ID token. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string };

/** Who somebody is according to the provider, as far as we believe it. */
export interface ProvenPerson {
  subject: string;
  /** Verified by the provider. */
  email: string;
  /** Was more than a password asked for there? */
  withSecondFactor: boolean;
  /** When they proved it there, which may be long ago; null when the provider does not say. */
  provedAt: Date | null;
}

/**
 * Reads the claims. Null unless the provider vouches for the address and for the domain:
 * - Google: `email_verified`, and `hd`, which only a Workspace of that domain has; the text of an address proves no domain.
 * - Microsoft: `verified_primary_email`, or `email` with `xms_edov`. Without those an administrator of any tenant can put
 *   any address into `email`; both are optional claims of the app's registration.
 * - others: `email` with `email_verified`.
 */
export function provenPersonOf(
  { kind, allowedDomains }: Pick<OidcProvider, 'kind' | 'allowedDomains'>,
  claims: Claims,
): ProvenPerson | null {
  const email = verifiedEmailOf(kind, claims);
  if (email === null) return null;
  const domain = kind === 'google' ? claims.hd : email.slice(email.lastIndexOf('@') + 1);
  if (typeof domain !== 'string' || !allowedDomains.includes(asciiDomain(domain))) return null;
  const { sub: subject, auth_time: time } = claims;
  const provedAt = typeof time === 'number' ? new Date(time * 1000) : null;
  return { subject, email, withSecondFactor: hasSecondFactor(claims), provedAt };
}

/** A domain as it is compared: lower case, in ASCII; empty when it cannot be one. */
export const asciiDomain = (domain: string): string => domainToASCII(domain.trim().toLowerCase());

function verifiedEmailOf(kind: OidcProvider['kind'], claims: Claims): string | null {
  const { email, verified_primary_email: primary } = claims;
  if (kind === 'microsoft') {
    const verified = Array.isArray(primary) ? (primary[0] as unknown) : primary;
    return addressOf(verified) ?? (isTrue(claims.xms_edov) ? addressOf(email) : null);
  }
  return claims.email_verified === true ? addressOf(email) : null;
}

function addressOf(value: unknown): string | null {
  const address = typeof value === 'string' ? normaliseEmail(value) : '';
  return isEmail(address) ? address : null;
}

/** Microsoft writes this claim in several ways. */
const isTrue = (value: unknown): boolean =>
  value === true || value === 1 || value === '1' || value === 'true';

/** `amr` is a list of methods (RFC 8176), `acr` the name of a level. */
function hasSecondFactor({ amr, acr }: Claims): boolean {
  return (
    (Array.isArray(amr) && amr.includes('mfa')) ||
    (typeof acr === 'string' && /(^|[^a-z])mfa($|[^a-z])|multi-?factor/i.test(acr))
  );
}
