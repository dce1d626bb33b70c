import { AxeBuilder } from '@axe-core/playwright';
import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { aCompany, aContact, password, setupToken } from '@seloste/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const screens = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const email = 'aino@havukka.example';

describe('a person’s page, about being contacted', () => {
  let app: BuiltApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let companyId = '';

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    context = await browser.newContext({
      baseURL: app.url,
      viewport: screens.desktop,
      locale: 'sv-FI',
      reducedMotion: 'reduce',
    });
    await post('/setup', {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'sv' },
      admin: { name: 'Aino Testaaja', email, password },
    });
    await context.request.patch('/api/v1/me', { data: { language: 'en' } });
    companyId = (await post('/companies', aCompany({ name: 'Kvarnen Ab' }))).id;
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function post(path: string, data: object): Promise<{ id: string }> {
    return (await (await context.request.post(`/api/v1${path}`, { data })).json()) as { id: string };
  }

  async function aPerson(fields: object = {}): Promise<string> {
    const reach = { emails: ['asa@kvarnen.example'], phones: ['040 123 4567'], companyId };
    const work = { title: 'Ekonomichef', areaOfResponsibility: 'Ekonomi', language: 'sv' };
    return (await post('/contacts', aContact({ ...reach, ...work, ...fields }))).id;
  }

  async function open(id: string): Promise<void> {
    await page.goto(`/people/${id}`);
    await page.getByRole('button', { name: /^Phone: / }).waitFor();
  }

  it('takes an objection at once: the line says so, the call is blocked and says why (H12)', async () => {
    await open(await aPerson());
    await page.getByRole('button', { name: /^Phone: Yes/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Record an objection…' }).click();
    await page.getByText('only the person can, through their own link').waitFor();
    await page.getByRole('button', { name: /^Record the objection/ }).click();
    await page.getByRole('button', { name: /^Phone: Objected/ }).waitFor();

    await page.getByRole('button', { name: 'Call', exact: true }).click();
    const gate = page.getByRole('dialog', { name: /^Call: Åsa/ });
    await gate.getByText('GDPR Art. 21').waitFor();
    await gate.getByRole('button', { name: 'Call about service' }).waitFor();
    await gate.getByRole('button', { name: 'Leave it' }).click();

    await page.getByRole('button', { name: /^Phone: Objected/ }).click();
    await page.getByRole('dialog').getByText('Aino Testaaja').first().waitFor();
  }, 60_000);

  it('records a call that was not permitted only with a reason, and marks it', async () => {
    const id = await aPerson();
    await post(`/contacts/${id}/objections`, { channel: 'phone', purpose: 'all', receivedVia: 'phone' });
    await open(id);
    await page
      .locator('label')
      .filter({ hasText: /^Call$/ })
      .click();
    await page.getByPlaceholder('What was said?').fill('Ringde om avtalet');
    await page.getByText('This contact was not permitted').waitFor();
    await page.getByRole('button', { name: /^Log the call/ }).click();
    await page.getByRole('alert').getByText('Say why it happened.').waitFor();
    await page.getByLabel('Why did it happen?').fill('Hon bad oss ringa');
    await page.getByRole('button', { name: /^Log the call/ }).click();
    await page.getByText('Not permitted', { exact: true }).waitFor();
    await page.getByText('Hon bad oss ringa').waitFor();
  }, 60_000);

  it('writes a mail once the sender has said what it has to do with the person’s work, and takes it back (C2)', async () => {
    await open(await aPerson());
    await page.getByRole('button', { name: 'E-mail', exact: true }).first().click();
    const letter = page.getByRole('dialog', { name: /^E-mail: Åsa/ });
    await letter.getByLabel('Subject').fill('Vårstädning');
    await letter.getByLabel('Message', { exact: true }).fill('Hej Åsa');
    const send = letter.getByRole('button', { name: /^Send/ });
    await letter.getByText('Say how the message concerns their work.').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await letter.getByLabel('It is about their area of responsibility: Ekonomi').check();
    await send.click();
    await page.getByText('It goes out in 10 seconds').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog', { name: /^E-mail: Åsa/ }).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Vårstädning');
  }, 60_000);

  it('shows in the list who may be mailed, with the reason of each channel', async () => {
    const id = await aPerson({ lastName: 'Nejdå', emails: ['nej@kvarnen.example'] });
    await post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'all', receivedVia: 'reply' });
    await page.goto('/people?q=Nejdå');
    await page.getByRole('button', { name: /^May we contact Åsa Nejdå/ }).click();
    await page.getByText('has objected to direct marketing by e-mail').waitFor();
    await page.goto('/people?q=Nejdå&mayBeContactedBy=email');
    await page.getByText('Nothing matches').waitFor();
  }, 60_000);

  it.each(['desktop', 'phone'] as const)(
    'is accessible in all that opens from it, on a %s (WCAG 2.2 AA)',
    async (screen) => {
      const id = await aPerson();
      await page.setViewportSize(screens[screen]);
      const problems: string[] = [];
      const opened: [string, RegExp][] = [
        ['evidence', /^E-mail: Yes/],
        ['matrix', /^Every channel and purpose/],
      ];
      for (const [what, name] of opened) {
        await open(id);
        await page.getByRole('button', { name }).click();
        problems.push(...(await violations(what)));
      }
      for (const what of ['Record an objection…', 'Record a consent…', 'Record a sale…']) {
        await open(id);
        await page.getByRole('button', { name: 'Record', exact: true }).click();
        await page.getByRole('menuitem', { name: what }).click();
        problems.push(...(await violations(what)));
      }
      await open(id);
      await page.getByRole('button', { name: 'E-mail', exact: true }).first().click();
      problems.push(...(await violations('letter')));
      expect(problems).toEqual([]);
    },
    120_000,
  );

  async function violations(what: string): Promise<string[]> {
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await new AxeBuilder({ page }).include('[role="dialog"]').withTags(tags).analyze();
    return found.violations.map(
      ({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }
});
