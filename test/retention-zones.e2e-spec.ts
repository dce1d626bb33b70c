import { aContact, createTestApp } from '@seloste/testing';
import { NightlyRun } from '../libs/erasure/src/runs/nightly-run.js';

describe('the night on which somebody goes, wherever the controller is (V12)', () => {
  it.each([
    // The night on which clocks go back there: half past eleven, half past one for the second time, and three hours in.
    [
      'America/Los_Angeles',
      '2025-11-01',
      ['2026-11-01T06:30:00Z', '2026-11-01T09:30:00Z', '2026-11-01T10:07:00Z'],
    ],
    ['Asia/Tokyo', '2025-03-01', ['2026-02-28T14:30:00Z', '2026-02-28T17:30:00Z', '2026-02-28T18:07:00Z']],
    ['Pacific/Apia', '2025-04-05', ['2026-04-04T10:30:00Z', '2026-04-04T13:30:00Z', '2026-04-04T14:07:00Z']],
  ])(
    'is that of the day there: %s',
    async (timeZone, when, instants) => {
      let now = Date.parse(instants[0] ?? '') - 3_600_000;
      const app = await createTestApp({ clock: { now: () => new Date(now) } });
      try {
        const admin = await app.setUp();
        await admin.patch('/controller', { timeZone }).expect(200);
        const manager = await app.signIn(admin, { roles: ['sales_manager'] });
        await manager.post('/contacts', aContact({ sources: [{ kind: 'event', when }] })).expect(201);
        const gone: number[] = [];
        for (const instant of instants) {
          now = Date.parse(instant);
          await app.app.get(NightlyRun).run();
          const erased = await app.rows('SELECT 1 FROM contacts WHERE erased_at IS NOT NULL');
          const left = await app.rows('SELECT 1 FROM contacts');
          gone.push(left.length === 0 ? 1 : erased.length);
        }
        expect(gone).toEqual([0, 0, 1]);
      } finally {
        await app.close();
      }
    },
    60_000,
  );
});
