import { AxeBuilder } from '@axe-core/playwright';
import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { aCompany, aContact, password, setupToken } from '@seloste/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const phone = { width: 390, height: 844 };
const email = 'aino@havukka.example';

/** The privacy officer's desk on a phone, in Swedish. */
describe('the privacy officer’s desk', () => {
  let app: BuiltApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let personId = '';
  const faults: string[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    context = await browser.newContext({
      ...{ baseURL: app.url, viewport: phone, locale: 'sv-FI', reducedMotion: 'reduce' },
      ...{ isMobile: true, hasTouch: true },
    });
    await post('/setup', {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'sv' },
      admin: { name: 'Aino Testaaja', email, password },
    });
    await context.request.patch('/api/v1/me', { data: { language: 'sv' } });
    const { id: companyId } = await post('/companies', aCompany({ name: 'Kvarnen Ab' }));
    const reach = { emails: ['asa@kvarnen.example'], phones: ['040 123 4567'], companyId, language: 'sv' };
    personId = (await post('/contacts', aContact(reach))).id;
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function post(path: string, data: object): Promise<{ id: string }> {
    return (await (await context.request.post(`/api/v1${path}`, { data })).json()) as { id: string };
  }

  /**
   * On a screen as long as the page, so that nothing lies half under the bar or a message.
   * @param part a panel that covers the page
   */
  async function assertAccessible(part = 'body'): Promise<void> {
    await page.setViewportSize({ ...phone, height: 4000 });
    const { violations } = await new AxeBuilder({ page })
      .include(part)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
    ).toBe(false);
    await page.setViewportSize(phone);
  }

  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

  it('drives an objection heard on the phone from its recording to its answer (H13, V8)', async () => {
    await page.goto('/privacy/requests');
    await press('Anteckna en begäran');
    await page.getByLabel('Invänder mot hur uppgifterna används').check();
    await page.getByRole('textbox', { name: 'Vem?' }).fill('Åsa');
    await page.getByRole('option', { name: /^Inte i listan/ }).click();
    await page.getByLabel('Med egna ord').fill('Ring mig inte mer.');
    await assertAccessible();
    await press(/^Anteckna$/);
    await page.getByRole('dialog').getByText(/^SR-/).waitFor();
    await assertAccessible();
    await page.getByRole('link', { name: 'Öppna begäran' }).click();

    await page.getByText('Ring mig inte mer.').waitFor();
    await assertAccessible();
    await press(/^Det är hen: Åsa/);
    await page.getByLabel('040 123 4567').check();
    await press('Visa koden');
    const code = await page.getByText(/^\d{3} \d{3}$/).innerText();
    await page.getByLabel('Koden som personen uppgav').fill(code);
    await assertAccessible();
    await press('Bekräfta');
    await page.getByText(/^Visat /).waitFor();

    await press('Anteckna invändningen…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Anteckna/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await press('Svara…');
    await page.getByLabel('Det gjordes som personen begärde').check();
    const letter = page.getByLabel('Text', { exact: true });
    await page.getByText('Förberett på svenska.').waitFor();
    expect(await letter.inputValue()).toContain('Hej Åsa');
    await letter.fill(`${await letter.inputValue()}\n\nTack för att du hörde av dig.`);
    await assertAccessible();
    await press('Skicka svaret och avsluta');
    await page.getByText('Begäran är besvarad och avslutad.').waitFor();
    await page.getByText('Svar', { exact: false }).locator('xpath=ancestor::summary').first().click();
    await page.getByText('Tack för att du hörde av dig.').waitFor();
    await assertAccessible();
    expect(faults).toEqual([]);
  }, 120_000);

  it('says that somebody else was faster, and shows what they did', async () => {
    const body = { kind: 'access', contactId: personId, receivedVia: 'letter' };
    const { id } = await post('/subject-requests', body);
    await page.goto(`/privacy/requests/${id}`);
    await page.getByRole('heading', { name: /^Tillgång till uppgifter: Åsa/ }).waitFor();
    await context.request.patch(`/api/v1/subject-requests/${id}`, { data: { language: 'en' } });
    await page.getByRole('combobox', { name: 'Vad som begärs' }).click();
    await page.getByRole('option', { name: 'Rättelse' }).click();
    await page.getByText('Någon annan arbetade med begäran under tiden.').waitFor();
    await page.getByRole('heading', { name: /^Tillgång till uppgifter: Åsa/ }).waitFor();
    faults.length = 0; // the refused change is noted by the console
  }, 60_000);

  it('takes a breach from a colleague’s report to its end (GDPR Art. 33, 34)', async () => {
    await page.goto('/people');
    await press(/^Konto: /);
    await page.getByRole('menuitem', { name: 'Anmäl en incident' }).click();
    await page.getByLabel('Vad hände?').fill('Ett mejl med kundlistan gick till fel adress.');
    await assertAccessible();
    await press(/^Anmäl$/);
    await page.getByRole('link', { name: 'Öppna incidenten' }).click();

    await page.getByText(/72 h kvar/).waitFor();
    await assertAccessible();
    await page.getByLabel('Hög risk').check();
    await page.getByLabel('Varför?').fill('Listan innehöll kontonummer.');
    await press('Spara bedömningen');
    await page.getByText('Bedömningen är sparad.').waitFor();

    await press('Hitta personer…');
    await page.getByRole('dialog').getByText('Efter namn').click();
    await page.getByRole('textbox', { name: 'Personer', exact: true }).fill('Åsa');
    await page.getByRole('option', { name: /Åsa/ }).click();
    await press(/^Hitta$/);
    await page.getByText('1 person lades till.').waitFor();
    await page.getByText('1 person lades till.').waitFor({ state: 'detached' });

    await press('Skriv till personerna…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Skriv antalet personer/).fill('2');
    await assertAccessible('[role=dialog]');
    await dialog.getByRole('button', { name: /^Skicka till 1 person/ }).click();
    await dialog.getByText('Detta är inte antalet personer').waitFor();
    await dialog.getByText('Komplettera det som står inom hakparentes: finska, svenska, engelska').waitFor();
    for (const language of ['finska', 'svenska', 'engelska']) {
      await dialog.getByText(language, { exact: true }).click();
      const letter = dialog.getByLabel('Text', { exact: true });
      await letter.fill((await letter.inputValue()).replaceAll(/\[[^\]]+\]/g, '–'));
    }
    await dialog.getByLabel(/^Skriv antalet personer/).fill('1');
    await dialog.getByRole('button', { name: /^Skicka till 1 person/ }).click();
    await page.getByText(/^Underrättad /).waitFor();

    await press('Anteckna anmälan…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Anteckna/ })
      .click();
    await page.getByText(/^Dataombudsmannen underrättades /).waitFor();
    await press('Avsluta incidenten');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Avsluta/ })
      .last()
      .click();
    await page.getByText(/^Avslutad \d/).waitFor();
    await assertAccessible();
    expect(faults).toEqual([]);
  }, 120_000);
});
