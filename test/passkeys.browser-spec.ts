import { password, setupToken } from '@seloste/testing';
import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import type { Browser, CDPSession, Page } from 'playwright-core';

const email = 'aino@havukka.example';

/** What a page does, in the page: ask our API, let the browser answer for the passkey, and send the answer back. */
interface Ceremony {
  ask: string;
  kind: 'create' | 'get';
  send: string;
  body: object;
}

/** What a page has and Node has not. */
interface PageGlobals {
  navigator: { credentials: Record<Ceremony['kind'], (options: { publicKey: unknown }) => Promise<Made>> };
  PublicKeyCredential: Record<
    'parseCreationOptionsFromJSON' | 'parseRequestOptionsFromJSON',
    (json: object) => unknown
  >;
}
interface Made {
  toJSON(): object;
}

/** An answer of our API; its body is looked into by the tests. */
interface Answer {
  status: number;
  body: Record<string, unknown>;
}

describe('a passkey in a real browser', () => {
  let app: BuiltApp;
  let browser: Browser;
  let page: Page;
  let devtools: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    page = await browser.newPage();
    // Browsers know passkeys for names only: on this machine, localhost.
    await page.goto(`${app.url.replace('127.0.0.1', 'localhost')}/api/docs`);
    devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const;
    ({ authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options }));
    const setUp = {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'fi' },
      admin: { name: 'Aino Testaaja', email, password },
    };
    expect((await call('POST', '/setup', setUp)).status).toBe(201);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** A request of the page itself, with its cookies. */
  const call = (method: string, path: string, content?: object): Promise<Answer> =>
    page.evaluate(
      async ({ method, path, body }) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(`/api/v1${path}`, { method, headers, body });
        const answered = answer.status === 204 ? {} : ((await answer.json()) as Answer['body']);
        return { status: answer.status, body: answered };
      },
      { method, path, body: content === undefined ? null : JSON.stringify(content) },
    );

  const perform = async ({ ask, kind, send, body }: Ceremony): Promise<Answer> => {
    const { options } = (await call('POST', ask)).body;
    const passkey = await page.evaluate(
      async ({ kind, options }) => {
        const { navigator, PublicKeyCredential } = globalThis as unknown as PageGlobals;
        const publicKey =
          kind === 'create'
            ? PublicKeyCredential.parseCreationOptionsFromJSON(options)
            : PublicKeyCredential.parseRequestOptionsFromJSON(options);
        return (await navigator.credentials[kind]({ publicKey })).toJSON();
      },
      { kind, options: options as object },
    );
    return call(send === '/sessions/current/proof' ? 'PUT' : 'POST', send, { ...body, passkey });
  };
  const signIn = () => perform({ ask: '/passkey-challenges', kind: 'get', send: '/sessions', body: {} });

  it('is made, signs in alone and proves anew who one is', async () => {
    const made = await perform({
      ask: '/me/passkeys/options',
      kind: 'create',
      send: '/me/passkeys',
      body: { name: 'Kannettava' },
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'Kannettava', suspected: false } });
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect((await call('DELETE', '/sessions/current')).status).toBe(204);
    expect((await call('GET', '/me')).status).toBe(401);
    expect(await signIn()).toMatchObject({ status: 201, body: { email } });
    const proof = {
      ask: '/passkey-challenges',
      kind: 'get',
      send: '/sessions/current/proof',
      body: {},
    } as const;
    expect((await perform(proof)).status).toBe(204);
    expect((await call('GET', '/me')).status).toBe(200);
    const { body } = await call('GET', '/sessions');
    expect(body).toMatchObject({
      items: [{ current: true, method: 'passkey', device: expect.stringMatching(/^Chrome · /) }],
    });
  });

  it('is refused from a copy whose counter lags behind', async () => {
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    const [credential] = credentials;
    if (!credential) throw new Error('The authenticator holds no passkey.');
    await devtools.send('WebAuthn.removeCredential', {
      authenticatorId,
      credentialId: credential.credentialId,
    });
    await devtools.send('WebAuthn.addCredential', {
      authenticatorId,
      credential: { ...credential, signCount: 0 },
    });
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
    expect((await call('GET', '/me/passkeys')).body).toMatchObject({ items: [{ suspected: true }] });
  });
});
