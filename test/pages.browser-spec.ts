import { AxeBuilder } from '@axe-core/playwright';
import { roles, type Role } from '@seloste/kernel';
import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import { aCompany, aContact, anInteraction, password, setupToken } from '@seloste/testing';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const screens = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};
const email = 'aino@havukka.example';
const emailOf = (role: Role) => `olli.${role}@havukka.example`;
const outside = ['/login', '/login?problem=oidc_refused', '/password-reset', '/invitation'];

describe('every page', () => {
  let app: BuiltApp;
  let browser: Browser;
  const paths: string[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
    const admin = await browser.newContext({ baseURL: app.url });
    const post = async (path: string, data: object) =>
      (await admin.request.post(`/api/v1${path}`, { data })).json();
    const { user: me } = await post('/setup', {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'sv' },
      admin: { name: 'Aino Testaaja', email, password },
    });
    const company = await post(
      '/companies',
      aCompany({
        name: 'Pohjanmaan Kiinteistönhoitopalvelut Oy',
        businessId: '1234567-1',
        industryCode: '81',
        phone: '06 123 4567',
        relationship: { status: 'customer', startedOn: '2024-02-29' },
      }),
    );
    const contact = await post(
      '/contacts',
      aContact({
        companyId: company.id,
        emails: ['asa@kvarnen.example'],
        phones: ['040 123 4567'],
        title: 'Ekonomichef',
        language: 'sv',
        bases: [{ purpose: 'service', basis: 'contract' }],
      }),
    );
    await post(
      '/interactions',
      anInteraction({ contactIds: [contact.id], body: 'Ringer i maj', durationMinutes: 12 }),
    );
    const imported = aContact({
      companyId: company.id,
      firstName: 'Örjan',
      sources: [{ kind: 'public_register', what: 'Kaupparekisteri' }],
    });
    await post('/contacts', imported);
    const no = { channel: 'phone', purpose: 'all', receivedVia: 'phone', note: 'Inga samtal' };
    await post(`/contacts/${contact.id}/objections`, no);
    await post(`/companies/${company.id}/objections`, { channel: 'sms', purpose: 'all' });
    const reviewOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await post(`/contacts/${contact.id}/holds`, { ground: 'dispute', reason: 'Reklamation', reviewOn });
    const run = await post('/retention/runs', { dryRun: true });
    const gone = await post('/contacts', aContact({ companyId: company.id, lastName: 'Borgström' }));
    const plan = await post(`/contacts/${gone.id}/erasure-plans`, {});
    const erasure = await post('/erasures', { contactId: gone.id, planId: plan.id, ground: 'request' });
    const asked = {
      kind: 'access',
      contactId: contact.id,
      receivedVia: 'phone',
      wording: 'Vad har ni om mig?',
    };
    const request = await post('/subject-requests', asked);
    await post('/subject-requests', { kind: 'erasure', identifier: 'Åsa', receivedVia: 'letter' });
    const breach = await post('/breaches', { facts: 'En bärbar dator glömdes på tåget.' });
    await post(`/breaches/${breach.id}/affected-people`, { contactIds: [contact.id] });
    const rules = await (await admin.request.get('/api/v1/retention/rules')).json();
    paths.push(
      '/',
      '/people',
      `/people/${contact.id}`,
      `/people/${contact.id}/erasure`,
      `/people/${gone.id}`,
      '/companies',
      `/companies/${company.id}`,
      '/import',
      '/settings/me',
      '/settings/security',
      '/settings/activity',
      '/settings/company',
      '/settings/users',
      `/settings/users/${me.id}`,
      '/settings/teams',
      '/settings/access',
      '/settings/confidentiality',
      '/settings/mailbox',
      '/settings/webhooks',
      '/settings/system',
      '/privacy/requests',
      `/privacy/requests/${request.id}`,
      '/privacy/breaches',
      `/privacy/breaches/${breach.id}`,
      '/privacy/clocks',
      '/privacy/holds',
      '/privacy/rules',
      `/privacy/rules/${rules.items[0].id}`,
      '/privacy/runs',
      `/privacy/runs/${run.id}`,
      '/privacy/erasures',
      `/privacy/erasures/${erasure.id}`,
      '/privacy/restrictions',
      '/privacy/notices',
      '/privacy/replies',
      '/privacy/purposes',
      '/privacy/log',
      '/privacy/exports',
      '/privacy/reviews',
    );
    for (const role of roles) {
      const body = { name: `Rooli ${role}`, email: emailOf(role), password, roles: [role], language: 'fi' };
      await post('/users', body);
    }
    await admin.close();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** A context that notes what must not happen: an error in the console, a request to another host. */
  async function open(
    screen: keyof typeof screens,
    colorScheme: 'light' | 'dark',
  ): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
    const context = await browser.newContext({
      baseURL: app.url,
      viewport: screens[screen],
      colorScheme,
      locale: 'sv-FI',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on(
      'request',
      (request) =>
        new URL(request.url()).origin !== app.url &&
        !request.url().startsWith('data:') &&
        faults.push(request.url()),
    );
    return { context, page, faults };
  }

  async function check(page: Page, path: string): Promise<string[]> {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    return [
      ...violations.map(
        ({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      ),
      ...(overflow ? [`${path}: wider than the screen`] : []),
    ];
  }

  it.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)(
    'is accessible, quiet and fits on a %s in %s (WCAG 2.2 AA)',
    async (screen, scheme) => {
      const { context, page, faults } = await open(screen, scheme);
      const problems: string[] = [];
      for (const path of outside) problems.push(...(await check(page, path)));
      faults.length = 0; // a stranger's first request is answered with 401, which the console notes
      await context.request.post('/api/v1/sessions', { data: { email, password } });
      for (const path of paths) problems.push(...(await check(page, path)));
      expect(problems).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    600_000,
  );

  it.each(roles.map((role) => [role]))(
    'opens to a user who is %s, after the undertaking, without asking for what the role may not have',
    async (role) => {
      const { context, page, faults } = await open('desktop', 'light');
      await context.request.post('/api/v1/sessions', { data: { email: emailOf(role), password } });
      const due = await (await context.request.get('/api/v1/undertaking')).json();
      const receipt = { undertakingId: due.id, language: 'fi' };
      expect((await context.request.post('/api/v1/undertaking/receipts', { data: receipt })).status()).toBe(
        201,
      );
      await page.goto('/');
      await page.waitForLoadState('networkidle');
      const hrefs = 'Array.from(document.querySelectorAll("nav a"), (link) => link.getAttribute("href"))';
      const opened = new Set<string>();
      for (const places = [await page.evaluate<string[]>(hrefs)]; places.length > 0;)
        for (const href of places.pop() ?? []) {
          if (opened.has(href)) continue;
          opened.add(href);
          await page.goto(href);
          await page.waitForLoadState('networkidle');
          expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
          places.push(await page.evaluate<string[]>(hrefs));
        }
      expect(opened.size).toBeGreaterThan(2);
      expect(faults).toEqual([]);
      await context.close();
    },
    300_000,
  );

  it('is in the user’s language, from the title to the last label', async () => {
    const { context, page } = await open('desktop', 'light');
    await context.request.post('/api/v1/sessions', { data: { email, password } });
    for (const language of ['fi', 'sv', 'en']) {
      const texts = JSON.parse(readFileSync(`apps/web/src/i18n/${language}/people.json`, 'utf8')) as {
        title: string;
      };
      await context.request.patch('/api/v1/me', { data: { language } });
      await page.goto('/people');
      await page.getByRole('heading', { name: texts.title }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    }
    await context.close();
  });
});
