import { InvalidInput } from '@seloste/kernel';
import { isLoopback } from '@seloste/platform';
import type { OidcKind } from './oidc-provider.entity.js';

const tenant = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Microsoft Entra in its clouds, always with the tenant: under `common` anybody with any Microsoft account could come. */
const entra = new RegExp(
  `^https://login\\.(microsoftonline\\.(com|us)|partner\\.microsoftonline\\.cn)/${tenant}/v2\\.0$`,
  'i',
);

/** Is this a provider on this machine? Only such a one may be asked without encryption. */
export const isInsecureLoopback = (issuer: string): boolean =>
  issuer.startsWith('http:') && isLoopback(new URL(issuer).hostname);

/** @throws InvalidInput on `issuer` when a provider of this kind cannot have it */
export function assertIssuer(kind: OidcKind, issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '')
    throw refused('url', 'must be a URL without a query');
  if (isLoopback(url.hostname)) return;
  if (url.protocol !== 'https:') throw refused('insecure', 'must begin with https://');
  if (kind === 'google' && issuer !== 'https://accounts.google.com')
    throw refused('issuer_of_another', 'must be https://accounts.google.com');
  if (kind === 'microsoft' && !entra.test(issuer))
    throw refused('no_tenant', 'must be https://login.microsoftonline.com/<tenant id>/v2.0');
  if (kind === 'other' && /(^|\.)(microsoftonline|google)\.(com|us|cn)$/.test(url.hostname))
    throw refused('issuer_of_another', 'is of another kind: choose it');
}

const refused = (code: string, message: string): InvalidInput => InvalidInput.of('issuer', code, message);
