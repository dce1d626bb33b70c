import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { launchChromium } from '@seloste/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { aLink } from './support/links.js';

const screens = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const schemes = ['light', 'dark'] as const;

describe('the pages of a person’s link, in a browser without JavaScript', () => {
  let app: TestApp;
  let admin: Caller;
  let browser: Browser;
  let origin: string;
  const cookies: { name: string; value: string; url: string }[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([createTestApp({ process: 'api' }), launchChromium()]);
    admin = await app.setUp();
    origin = await app.app.getUrl();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const aPerson = async (): Promise<string> => {
    const { body: company } = await admin.post('/companies', aCompany({ name: 'Kvarnen Oy' })).expect(201);
    const fields = { companyId: company.id, title: 'Ekonomichef', language: 'sv', phones: ['040 123 4567'] };
    const body = aContact({
      ...fields,
      lastName: 'Lindqvist',
      emails: [`asa${Math.random()}@kvarnen.example`],
    });
    return (await admin.post('/contacts', body).expect(201)).body.id;
  };

  async function open(
    path: string,
    [screen, colorScheme]: [keyof typeof screens, (typeof schemes)[number]] = ['desktop', 'light'],
  ): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({
      viewport: screens[screen],
      colorScheme,
      javaScriptEnabled: false,
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => request.isNavigationRequest() || faults.push(request.url()));
    await page.goto(origin + path);
    return { page, faults };
  }

  it('C8: stops by a press, says so, and takes everything else along when asked', async () => {
    const token = await aLink(app, { contactId: await aPerson(), language: 'sv' });
    const { page, faults } = await open(`/u/${token}`, ['phone', 'light']);
    await page.getByRole('button', { name: 'Stoppa nyhetsbrev per e-post' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Stoppat: nyhetsbrev per e-post.');
    await page.getByRole('button', { name: 'Stoppa all marknadsföring och profilering' }).click();
    expect(await page.getByRole('status').innerText()).toContain(
      'Stoppat: all marknadsföring i alla kanaler',
    );
    await page.getByRole('link', { name: 'Dina val' }).click();
    await page.getByText('Du har sagt nej till all marknadsföring och profilering.').waitFor();
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('H12: forbids and allows one thing at a time, asking before it opens any', async () => {
    const token = await aLink(app, { contactId: await aPerson(), language: 'fi' });
    const { page, faults } = await open(`/p/${token}`);
    await page.getByRole('button', { name: 'Lopeta kyselyt postitse' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Lopetettu: kyselyt postitse.');
    await page.getByRole('link', { name: 'Salli uudelleen: kyselyt postitse' }).click();
    await page.getByRole('link', { name: 'Ei, älä muuta mitään' }).click();
    expect(await page.getByText(/^✕/).count()).toBe(1);
    await page.getByRole('link', { name: 'Salli uudelleen: kyselyt postitse' }).click();
    await page.getByRole('button', { name: 'Kyllä, salli tämä' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Sallittu uudelleen: kyselyt postitse.');
    expect(await page.getByText(/^✕/).count()).toBe(0);
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.getByRole('heading', { name: 'Dina val', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Stoppa enkäter per post' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Stoppat: enkäter per post.');
    expect(faults).toEqual([]);
  });

  it('are accessible and fit, on a desktop and a phone, in light and dark, and at 200 %', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId, language: 'fi' });
    await app.stranger.agent.post(`/p/${token}`).type('form').send('stop=all.newsletter').expect(200);
    const paths = [
      `/u/${token}`,
      `/p/${token}`,
      `/p/${token}?again=email.newsletter`,
      '/u/nobody',
      '/privacy',
      '/my-data',
      '/my-data/enter/nobody',
    ];
    await assertFit(paths);
  });

  it('V7: the page of one’s own data is as accessible, and takes a request by a press', async () => {
    const token = 'b'.repeat(32);
    await app.rows(
      `INSERT INTO my_data_sessions SELECT gen_random_uuid(), $1, $2, p.value, 'fi', now(), now() + interval '30 minutes'
       FROM contact_points p WHERE p.contact_id = $2 AND p.kind = 'email'`,
      [createHash('sha256').update(token).digest(), await aPerson()],
    );
    cookies.push({ name: 'my_data', value: token, url: `${origin}/my-data` });
    await assertFit(['/my-data']);
    const { page, faults } = await open('/my-data?lang=fi', ['phone', 'dark']);
    await page.getByText('Tietojeni käsittelyn vastustaminen').click();
    await page.getByLabel('Tilanteesi').fill('Olen turvakiellossa.');
    await page.getByLabel('Tilanteesi').press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('status').innerText()).toContain('Olemme vastaanottaneet pyyntösi SR-');
    expect(faults).toEqual([]);
    cookies.length = 0;
  });

  async function assertFit(paths: string[]): Promise<void> {
    for (const screen of ['desktop', 'phone'] as const)
      for (const scheme of schemes)
        for (const path of paths) {
          const { page } = await open(path, [screen, scheme]);
          const context = `${path} ${screen} ${scheme}`;
          // axe runs in a script of its own, from outside the page.
          const { page: scripted } = await scriptedCopy(page, [screen, scheme]);
          const { violations } = await new AxeBuilder({ page: scripted }).analyze();
          expect([context, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
            context,
            [],
          ]);
          expect([context, await faultsOfShape(scripted)]).toEqual([context, []]);
          await scripted.context().close();
          await page.context().close();
        }
  }

  /** The same page in a browser that runs scripts, for what measures it. */
  async function scriptedCopy(
    page: Page,
    [screen, colorScheme]: [keyof typeof screens, (typeof schemes)[number]],
  ): Promise<{ page: Page }> {
    const context = await browser.newContext({ viewport: screens[screen], colorScheme, bypassCSP: true });
    await context.addCookies(cookies);
    const copy = await context.newPage();
    await copy.goto(page.url());
    return { page: copy };
  }

  /** Buttons that a thumb misses, and what sticks out of the page, at its size and at twice that. */
  const faultsOfShape = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(`[1, 2].flatMap((zoom) => {
      document.documentElement.style.fontSize = 112.5 * zoom + '%';
      const low = [...document.querySelectorAll('button, .button, nav a, input, select, summary')].filter((one) => one.getBoundingClientRect().height < 44);
      const isTooWide = document.documentElement.scrollWidth > window.innerWidth;
      return [...low.map((one) => 'low at ' + zoom + ': ' + one.textContent), ...(isTooWide ? ['too wide at ' + zoom] : [])];
    })`);
});
