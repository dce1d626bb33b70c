import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { password, setupToken } from '@seloste/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A list as Finnish Excel saves it: Windows-1252, semicolons, and mistakes in it. */
function listWithMistakes(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, i) => {
    if (i % 50 === 7) return `Fel;Adress ${i};Firma ${i % 700} Oy;detta är ingen adress;`;
    if (i % 50 === 9) return `;;;;`;
    if (i % 50 === 11) return `Dubbel;Gångare;;dubbel@example.com;`;
    return `Åsa;Lindqvist ${i};Firma ${i % 700} Oy;asa.${i}@example.com;040 ${String(1_000_000 + i)}`;
  });
  lines[4321] = 'Örjan;Kråkström;Kvarnen Ab;orjan@kvarnen.example;040 765 4321';
  return Buffer.from(['Förnamn;Efternamn;Företag;E-post;Telefon', ...lines].join('\r\n'), 'latin1');
}

describe('a newcomer’s first hour, in Swedish on a phone', () => {
  let app: BuiltApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    context = await browser.newContext({
      baseURL: app.url,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'sv-FI',
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('sets up the company', async () => {
    await page.goto('/');
    await page.waitForURL('**/setup');
    await page.getByLabel('Startkod').fill(setupToken);
    await page.getByLabel('Företagets namn').fill('Havukka Palvelut Oy');
    await page.getByLabel('FO-nummer').fill('1234567-1');
    await page.getByLabel('Namn', { exact: true }).fill('Aino Testaaja');
    await page.getByLabel('E-post').fill('aino@havukka.example');
    await page.getByLabel('Lösenord', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Ta Seloste i bruk' }).click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  it('imports a list of 5,000 rows with mistakes in it', async () => {
    await page.goto('/import');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('Välj en fil').click(),
    ]);
    await chooser.setFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: listWithMistakes(5000) });
    await page.waitForURL('**/import/*');
    await page.getByText('Vad betyder kolumnerna?').waitFor();
    await page.getByLabel('Källa').first().click();
    await page.getByRole('option', { name: 'Evenemang' }).click();
    await page.getByRole('button', { name: 'Kontrollera raderna' }).click();
    await page.getByText('Så här skulle det gå').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: /^Importera .* rader$/ }).click();
    await page.getByText(/rader importerades/).waitFor({ timeout: 180_000 });
    const { items } = (await (await context.request.get('/api/v1/imports')).json()) as {
      items: { summary: object }[];
    };
    expect(items[0]?.summary).toEqual({
      ...{ new: 4701, duplicate: 99, erased: 0, error: 100 },
      imported: 4701,
    });
  }, 300_000);

  it('finds a person by half a name, and logs a call that both timelines show', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Sök/ }).first().click();
    await page.keyboard.type('krakst');
    await page.getByRole('option', { name: /Örjan Kråkström/ }).click();
    await page.waitForURL('**/people/*');
    await page.getByRole('button', { name: 'Anteckna samtal', exact: true }).click();
    await page.getByPlaceholder('Vad talade ni om?').fill('Ringer i maj');
    await page.getByRole('button', { name: 'Anteckna samtalet' }).click();
    await page.getByText('Ringer i maj').waitFor();
    await page.getByRole('link', { name: 'Kvarnen Ab' }).first().click();
    await page.waitForURL('**/companies/*');
    await page.getByText('Ringer i maj').waitFor();
  }, 120_000);

  it('loses nothing when the power goes', async () => {
    await app.kill();
    await app.start();
    await page.reload();
    await page.getByText('Ringer i maj').waitFor();
    const people = (await (await context.request.get('/api/v1/contacts')).json()) as { total: number };
    expect(people.total).toBe(4701);
  }, 120_000);
});
