import { createTestApp, type TestApp } from '@seloste/testing';
import { overBefore } from './over-before.js';
import { addPeriod } from './periods.js';

const periods = ['P0D', 'P30D', 'P1M', 'P1M3D', 'P2M15D', 'P12M', 'P18M', 'P36M', 'P1Y1M30D'];

const before = overBefore({ day: 'today', period: '$1', zone: `'UTC'` });

describe('what is over by a rule on a day', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.each(periods)(
    'began by the end of the last day that %s ago comes to, on every day of two years',
    async (period) => {
      const rows = await app.rows<{ today: string; last: string | null; next: string | null }>(
        `SELECT today::date::text, (${before} AT TIME ZONE 'UTC' - interval '1 day')::date::text AS last,
           (${before} AT TIME ZONE 'UTC')::date::text AS next
       FROM generate_series(timestamp '2027-06-01', '2029-05-31', interval '1 day') AS today`,
        [period],
      );
      expect(rows).toHaveLength(731);
      const wrong = rows.filter(
        ({ today, last, next }) =>
          last === null ||
          next === null ||
          addPeriod(last, period) > today ||
          addPeriod(next, period) <= today,
      );
      expect(wrong).toEqual([]);
    },
  );

  it('ends with the day of the controller', async () => {
    const [row] = await app.rows(`SELECT ${overBefore({ day: '$1', period: '$2', zone: '$3' })} AS before`, [
      '2026-11-23',
      'P12M',
      'Europe/Helsinki',
    ]);
    expect(row).toEqual({ before: new Date('2025-11-23T22:00:00Z') });
  });
});
