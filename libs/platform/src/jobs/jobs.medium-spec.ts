import { setTimeout as pause } from 'node:timers/promises';
import { createTestApp, type TestApp } from '@seloste/testing';
import { Jobs } from './jobs.js';

describe('a job that fails', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('is tried again, and leaves no value of what it worked on in the queue', async () => {
    const jobs = app.app.get(Jobs);
    await jobs.handle('test.fails', () =>
      Promise.reject(Object.assign(new TypeError('Meikäläinen'), { code: '23514', parameters: ['Matti'] })),
    );
    await jobs.send('test.fails', {});
    const failed = () =>
      app.rows(`SELECT * FROM pgboss.job WHERE name = 'test.fails' AND output IS NOT NULL`);
    while ((await failed()).length === 0) await pause(50);
    const [job] = await failed();
    expect(job).toMatchObject({
      state: 'retry',
      output: { message: expect.stringContaining('TypeError 23514') },
    });
    expect(JSON.stringify(job)).not.toMatch(/Meikäläinen|Matti/);
  });
});
