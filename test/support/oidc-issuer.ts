import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who stands before the issuer's login page, and what it will say about them. */
export interface Person {
  sub: string;
  claims?: Record<string, unknown>;
  amr?: string[];
}

/** A real OpenID Connect provider on loopback that lets in whom the test names. */
export interface OidcIssuer {
  url: string;
  clientId: string;
  clientSecret: string;
  /** Null: the person walks away. */
  person: Person | null;
  /** Authorization requests that came. */
  asked: URL[];
  /** Signs in at this authorization URL the way a browser would; returns the path and query that it ends at. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
}

const claimNames = ['email', 'email_verified', 'hd', 'verified_primary_email', 'xms_edov', 'amr'];

export async function startOidcIssuer(redirectUri: string): Promise<OidcIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: OidcIssuer = {
    url,
    clientId: 'seloste',
    clientSecret: 'a-secret-of-the-tests',
    person: null,
    asked: [],
    visit: (to) => visit(to, url),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  const provider = providerFor(issuer, redirectUri);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/auth?')) issuer.asked.push(new URL(request.url, url));
    if (request.url?.startsWith('/interaction/')) void interact(provider, issuer, request, response);
    else void answer(request, response);
  });
  return issuer;
}

function providerFor(issuer: OidcIssuer, redirectUri: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { warn } = console;
  console.warn = () => undefined; // that it keeps everything in memory, which is what a test wants
  const provider = new Provider(issuer.url, {
    clients: [
      {
        client_id: issuer.clientId,
        client_secret: issuer.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        require_auth_time: true,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['cookies of the tests'] },
    claims: { email: claimNames, profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        ...issuer.person?.claims,
      }),
    }),
  });
  console.warn = warn;
  return provider;
}

/** The issuer's login and consent page: the person is let in without being asked. */
async function interact(
  provider: Provider,
  { person, clientId }: OidcIssuer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (person === null)
    return provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'walked away',
    });
  const grant = new provider.Grant({ accountId: person.sub, clientId });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(request, response, {
    login: { accountId: person.sub, ...(person.amr ? { amr: person.amr } : {}) },
    consent: { grantId: await grant.save() },
  });
}

/** Follows redirects with cookies while they stay at the issuer. */
async function visit(to: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let next = new URL(to), steps = 0; steps < 10; steps++) {
    if (next.origin !== issuer) return next.pathname + next.search;
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The issuer answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next);
  }
  throw new Error('The issuer redirects for ever');
}
