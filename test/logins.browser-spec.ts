import { AxeBuilder } from '@axe-core/playwright';
import { eventually, password, setupToken } from '@seloste/testing';
import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const email = 'saara.sundqvist@havukka.example';
const own = 'gäddan simmar djupt';

/** From an invitation by mail to a passkey, as a new colleague goes through it, in Swedish on a phone. */
describe('a new colleague’s logins, in Swedish on a phone', () => {
  let app: BuiltApp;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let totp: TOTP;
  const faults: string[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    // Browsers know passkeys for names only: on this machine, localhost.
    origin = app.url.replace('127.0.0.1', 'localhost');
    context = await browser.newContext({
      baseURL: origin,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'sv-FI',
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      // The browser notes every refused request; those are what the steps are about.
      if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  afterEach(() => expect(faults.splice(0)).toEqual([]));

  const assertAccessible = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])).toEqual(
      [],
    );
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
    ).toBe(true);
  };

  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Konto/ }).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await page.waitForURL('**/login');
  };

  const showPassword = async (): Promise<void> => {
    await page.getByLabel('E-post').fill(email);
    await page.getByLabel('Lösenord', { exact: true }).fill(own);
    await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  };

  /** The link of the latest letter of this kind, once it is written, as an administrator would hand it on. */
  async function mailedLink(template: string): Promise<string> {
    const { context: admin } = await signedInAdmin();
    const get = async <T>(path: string): Promise<T> => (await admin.request.get(`/api/v1${path}`)).json();
    let id = '';
    await eventually(async () => {
      const { items } = await get<{ items: { id: string; template: string }[] }>('/mailbox');
      id = items.find((item) => item.template === template)?.id ?? '';
      expect(id).not.toBe('');
    }, 10_000);
    const { text } = await get<{ text: string }>(`/mailbox/${id}`);
    await admin.close();
    return /https?:\S+#\S+/.exec(text)?.[0].replace('127.0.0.1', 'localhost') ?? '';
  }

  async function signedInAdmin(): Promise<{ context: BrowserContext; page: Page }> {
    const admin = await browser.newContext({ baseURL: app.url, reducedMotion: 'reduce' });
    await admin.request.post('/api/v1/sessions', { data: { email: 'aino@havukka.example', password } });
    return { context: admin, page: await admin.newPage() };
  }

  it('show the undertaking to whoever sets the company up, before they do', async () => {
    await page.goto('/');
    await page.waitForURL('**/setup');
    await page.getByLabel('Startkod').fill(setupToken);
    await page.getByLabel('Företagets namn').fill('Havukka Palvelut Oy');
    await page.getByText('Sekretessförbindelsen som du ger samtidigt').click();
    await page.getByText('Jag ger den här förbindelsen till företaget Havukka Palvelut Oy').waitFor();
    await assertAccessible();
    const data = {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'fi' },
      admin: { name: 'Aino Testaaja', email: 'aino@havukka.example', password },
    };
    const admin = await browser.newContext({ baseURL: app.url });
    await admin.request.post('/api/v1/setup', { data });
    const invitation = { name: 'Saara Sundqvist', email, roles: ['salesperson'], language: 'sv' };
    expect((await admin.request.post('/api/v1/invitations', { data: invitation })).status()).toBe(201);
    await admin.close();
  }, 60_000);

  it('begin with a mailed link, whose secret leaves the address at once', async () => {
    const link = await mailedLink('invitation');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Välkommen, Saara Sundqvist' }).waitFor();
    expect(page.url()).toBe(`${origin}/invitation`);
    await page.getByText('Aino Testaaja bjuder in dig').waitFor();
    await assertAccessible();
    await page.getByLabel('Lösenord', { exact: true }).fill(own);
    await page.getByRole('button', { name: 'Ta emot inbjudan' }).click();
  }, 60_000);

  it('open nothing before confidentiality is promised (C5, K5)', async () => {
    await page.waitForURL('**/undertaking');
    await page.getByText('Jag ger den här förbindelsen').waitFor();
    await page.goto('/people');
    await page.waitForURL(/undertaking\?next=%2Fpeople/);
    await page.getByRole('button', { name: 'Suomi' }).click();
    await page.getByText('Annan tämän sitoumuksen').waitFor();
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByText('Jag ger den här förbindelsen').waitFor();
    await assertAccessible();
    await page.getByRole('button', { name: 'Jag lovar' }).click();
    await page.waitForURL('**/people');
  }, 60_000);

  it('take an authenticator app, and show the recovery codes once', async () => {
    await page.goto('/settings/security');
    await page.getByText(/^Du lovade /).waitFor();
    await assertAccessible();
    await page.getByRole('button', { name: 'Ta en autentiseringsapp i bruk' }).click();
    const secret = (await page.getByLabel('Nyckel').inputValue()).replaceAll(' ', '');
    totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await assertAccessible();
    await page.getByLabel('Sexsiffrig kod').fill(totp.generate());
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    await page.getByText('Spara de här nu').waitFor();
    expect(await page.locator('li', { hasText: /^[a-z0-9]{5}-[a-z0-9]{5}$/ }).count()).toBe(10);
    await assertAccessible();
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).click();
    await page.getByText('Autentiseringsappen är i bruk').waitFor();
    await page.getByText('10 koder kvar').waitFor();
  }, 60_000);

  it('ask for the app’s code then, and say when it is wrong', async () => {
    await signOut();
    await assertAccessible();
    await showPassword();
    await page.getByRole('heading', { name: 'Bekräfta inloggningen' }).waitFor();
    await assertAccessible();
    const code = page.getByLabel('Sexsiffrig kod');
    await code.fill('000000');
    await page.getByText('Koden är fel').waitFor();
    // The step of the clock whose code set the app up is used; the next one is good already.
    await code.fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    await page.waitForURL((url) => url.pathname === '/');
  }, 60_000);

  it('take a passkey, with which alone one signs in', async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const;
    await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
    await page.goto('/settings/security');
    await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Telefonen');
    await assertAccessible();
    await page.getByRole('button', { name: 'Skapa lösennyckeln' }).click();
    await page.getByText('Telefonen', { exact: true }).waitFor();
    await signOut();
    // A browser that fills passkeys in may be quicker than the button.
    const button = page.getByRole('button', { name: 'Logga in med lösennyckel' });
    await Promise.race([button.click(), page.waitForURL((url) => url.pathname === '/')]);
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/settings/security');
    await page.getByText('Lösennyckel · inloggad').first().waitFor();
    await assertAccessible();
  }, 60_000);

  it('are proved anew before a dangerous act, which then goes on', async () => {
    const answer = { status: 403, json: { code: 'reauthentication_required', status: 403, title: '' } };
    await page.route('**/api/v1/me/recovery-codes', (route) => route.fulfill(answer), { times: 1 });
    await page.getByRole('button', { name: 'Gör nya koder' }).click();
    await page.getByRole('dialog', { name: 'Bekräfta att det är du' }).waitFor();
    await assertAccessible();
    await page.getByRole('button', { name: 'Bekräfta med lösennyckel' }).click();
    await page.getByText('Spara de här nu').waitFor();
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).click();
  }, 60_000);

  it('do nothing dangerous for whoever declines to prove themselves', async () => {
    const answer = { status: 403, json: { code: 'reauthentication_required', status: 403, title: '' } };
    await page.route('**/api/v1/me/totp', (route) => route.fulfill(answer), { times: 1 });
    await page.getByRole('button', { name: 'Ta bort autentiseringsappen' }).click();
    await page.getByRole('button', { name: 'Ta bort autentiseringsappen' }).click();
    await page.getByRole('dialog', { name: 'Bekräfta att det är du' }).waitFor();
    await page.getByRole('button', { name: 'Avbryt' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Autentiseringsappen är i bruk').waitFor();
  }, 60_000);

  it('show their owner what they have done', async () => {
    await page.goto('/settings/activity');
    await page.getByText('Godkände sekretessförbindelsen').waitFor();
    await assertAccessible();
  }, 60_000);

  it('find a way back in by a mailed link when the password is forgotten', async () => {
    await page.goto('/settings/security');
    await context.clearCookies();
    await page.goto('/password-reset');
    await page.getByLabel('E-post').fill(email);
    await assertAccessible();
    await page.getByRole('button', { name: 'Skicka länken' }).click();
    await page.getByText('Om adressen hör till en användare').waitFor();
    await page.goto(await mailedLink('password_reset'));
    await page.getByText('Välj ett nytt lösenord').waitFor();
    expect(page.url()).toBe(`${origin}/password-reset`);
    await page.getByLabel('Nytt lösenord').fill('abborren väntar i vassen');
    await assertAccessible();
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    await page.getByText('Lösenordet har bytts').waitFor();
  }, 60_000);

  it('open nothing but the account while a demanded second factor is missing', async () => {
    const { context: own, page: theirs } = await signedInAdmin();
    const settings = { secondFactorRoles: ['admin'], exportApprovalThreshold: 500 };
    expect((await own.request.put('/api/v1/security-settings', { data: settings })).status()).toBe(200);
    await theirs.goto('/people');
    await theirs.waitForURL(/settings\/security\?next=%2Fpeople/);
    await theirs.getByText('Lisää ensin toinen tunnistautumistapa').waitFor();
    expect(await theirs.getByRole('link', { name: 'Ihmiset' }).count()).toBe(0);
    expect(await theirs.getByText('Istunnot').count()).toBe(0);
    await theirs.getByRole('button', { name: 'Ota todennussovellus käyttöön' }).click();
    const secret = (await theirs.getByLabel('Avain').inputValue()).replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await theirs.getByLabel('Kuusinumeroinen koodi').fill(code);
    await theirs.getByRole('button', { name: 'Ota käyttöön' }).click();
    await theirs.getByRole('button', { name: 'Koodit ovat tallessa' }).click();
    await theirs.waitForURL('**/people');
    await own.close();
  }, 60_000);
});
