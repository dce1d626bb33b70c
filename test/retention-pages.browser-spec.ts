import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { aCompany, aContact, anInteraction, password, setupToken } from '@seloste/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const origin = { locale: 'en-GB', reducedMotion: 'reduce' } as const;
const desktop = { width: 1440, height: 900 };
const officerEmail = 'aino@havukka.example';
const sellerEmail = 'mikko@havukka.example';

describe('the pages about keeping and erasing', () => {
  let app: BuiltApp;
  let browser: Browser;
  let officer: BrowserContext;
  let page: Page;
  let companyId = '';

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    officer = await browser.newContext({ baseURL: app.url, viewport: desktop, ...origin });
    await send(officer, '/setup', {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'en' },
      admin: { name: 'Aino Testaaja', email: officerEmail, password },
    });
    await officer.request.patch('/api/v1/me', { data: { language: 'en' } });
    companyId = (await send(officer, '/companies', aCompany({ name: 'Kvarnen Ab' }))).id;
    page = await officer.newPage();
    page.setDefaultTimeout(20_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function send(by: BrowserContext, path: string, data: object): Promise<{ id: string }> {
    const answer = await by.request.post(`/api/v1${path}`, { data });
    expect([200, 201, 202, 204]).toContain(answer.status());
    const text = await answer.text();
    return (text ? JSON.parse(text) : {}) as { id: string };
  }

  const aPerson = async (firstName: string, lastName: string, fields: object = {}): Promise<string> =>
    (await send(officer, '/contacts', aContact({ firstName, lastName, companyId, ...fields }))).id;

  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

  it('take an officer from the plan of an erasure over what is doubtful to the certificate', async () => {
    const id = await aPerson('Åsa', 'Lindqvist', { emails: ['asa@kvarnen.example'] });
    const other = await aPerson('Bo', 'Ek');
    for (const [contactIds, body] of [
      [[id], 'Åsa ringer tillbaka i maj.'],
      [[other], 'Bo träffade Åsa Lindqvist. Han frågade också Åsa om priset.'],
    ] as const)
      await send(officer, '/interactions', anInteraction({ contactIds, companyId, body }));

    await page.goto(`/people/${id}`);
    await page.getByRole('link', { name: 'Erase…' }).click();
    await page.getByRole('heading', { name: 'What others wrote' }).waitFor();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Type the name exactly').waitFor();
    await page.getByRole('combobox', { name: 'On what ground?' }).click();
    await page.getByRole('option', { name: 'The person asked to be erased' }).click();
    await page.getByLabel('To confirm, type: Åsa Lindqvist').fill('Åsa Lindqvist');
    await page.getByRole('button', { name: 'Erase for good' }).click();

    await page.waitForURL('**/privacy/erasures/*');
    const save = page.getByRole('button', { name: /^Save decisions/ });
    await page.getByRole('button', { name: /^Same person: replace/ }).click();
    await save.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /PDF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^erasure-[0-9a-f-]+\.pdf$/);
    await page.getByText('Agrees with the record of acts').waitFor();
    expect(await page.textContent('body')).not.toContain('Lindqvist');
  }, 120_000);

  it('say on the page of a person that erasing them is decided, and when it comes', async () => {
    const id = await aPerson('Tove', 'Holm');
    const planId = (await send(officer, `/contacts/${id}/erasure-plans`, {})).id;
    const setGrace = async (graceDays: number) => {
      const settings = await officer.request.get('/api/v1/erasure-settings');
      const headers = { 'If-Match': settings.headers()['etag'] ?? '' };
      const changed = await officer.request.put('/api/v1/erasure-settings', { headers, data: { graceDays } });
      expect(changed.status()).toBe(200);
    };
    await setGrace(7);
    const begun = await send(officer, '/erasures', { contactId: id, planId, ground: 'request' });
    await setGrace(0);
    await page.goto(`/people/${id}`);
    await page.getByText(/^Erasing is decided: the data goes on \d/).waitFor();
    await page.getByRole('link', { name: 'Open the erasure' }).click();
    await page.waitForURL(`**/privacy/erasures/${begun.id}`);
  }, 60_000);

  it('let a salesperson keep somebody of theirs longer, on a ground that is written down', async () => {
    const seller = {
      name: 'Mikko Myyjä',
      email: sellerEmail,
      password,
      roles: ['salesperson'],
      language: 'en',
    };
    const ownerId = (await send(officer, '/users', seller)).id;
    const sources = [{ kind: 'event', what: 'Messut', when: daysAgo(330) }];
    const id = await aPerson('Eeva', 'Mäki', { ownerId, sources });
    const context = await browser.newContext({ baseURL: app.url, viewport: desktop, ...origin });
    await send(context, '/sessions', { email: sellerEmail, password });
    const due = (await (await context.request.get('/api/v1/undertaking')).json()) as { id: string };
    await send(context, '/undertaking/receipts', { undertakingId: due.id, language: 'en' });
    const own = await context.newPage();
    own.setDefaultTimeout(20_000);
    await own.goto('/');
    const soon = own.getByRole('region', { name: 'Leaving soon' });
    await soon.getByRole('link', { name: 'Eeva Mäki' }).click();
    await own.waitForURL(`**/people/${id}`);
    await own.getByRole('button', { name: 'Keep longer…' }).click();
    const dialog = own.getByRole('dialog', { name: 'Keep Eeva Mäki longer' });
    await dialog.getByRole('button', { name: /^Keep longer/ }).click();
    await dialog.getByText('Choose what it rests on').waitFor();
    await dialog
      .getByRole('textbox', { name: 'Legal basis' })
      .or(dialog.getByRole('combobox'))
      .first()
      .click();
    await own.getByRole('option', { name: 'legitimate interest' }).click();
    await dialog.getByLabel('Why is the data still needed?').fill('The offer is decided in spring.');
    await dialog.getByLabel('Keep until at most').fill(daysAgo(-180));
    await dialog.getByLabel('Why is the data still needed?').click();
    await dialog.getByRole('button', { name: /^Keep longer/ }).click();
    await own.getByText('Eeva Mäki is kept longer').waitFor();
    await own.getByText('The offer is decided in spring.').waitFor();
    await context.close();
  }, 120_000);

  it('show what would go, have it go when the word is typed, and how far it is, and keep the record', async () => {
    const id = await aPerson('Outi', 'Virtanen');
    await send(officer, `/contacts/${id}/objections`, {
      channel: 'all',
      purpose: 'all',
      receivedVia: 'phone',
    });
    await page.goto('/privacy/runs');
    await page.getByRole('button', { name: 'See what would go' }).click();
    await page.getByRole('link', { name: 'Outi Virtanen' }).waitFor();
    await page
      .getByText('It changed nothing')
      .or(page.getByText('The dry run changed nothing'))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Erase now…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase now' });
    await dialog.getByRole('button', { name: /^Erase/ }).click();
    await dialog.getByLabel('Type “erase”').fill('erase');
    await dialog.getByRole('button', { name: /^Erase/ }).click();
    await page.getByRole('progressbar').waitFor({ state: 'attached' });
    await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
    const people = page.getByRole('region', { name: 'People' });
    expect(await people.textContent()).toContain('1');
    const found = await officer.request.get('/api/v1/contacts?q=Outi');
    expect(await found.json()).toMatchObject({ items: [] });
    expect(await page.textContent('main')).not.toContain('Outi');
  }, 120_000);
});
