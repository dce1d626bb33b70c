import { launchChromium, startBuiltApp, type BuiltApp } from '@seloste/testing/browser';
import type { Browser } from 'playwright-core';

describe('the reader of the API’s description', () => {
  let app: BuiltApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('shows routes under the same policy as the other pages', async () => {
    const page = await browser.newPage({ baseURL: app.url });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(app.url) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    await page.goto('/api/docs');
    // The reader draws what is in view.
    await page.getByText('/api/v1/audit-events', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Responses' }).first().waitFor();
    expect(complaints).toEqual([]);
    expect(await page.locator('.swagger-ui .opblock').count()).toBeGreaterThan(3);
  });
});
