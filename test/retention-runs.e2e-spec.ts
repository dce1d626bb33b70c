import { setTimeout as pause } from 'node:timers/promises';
import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('the purge', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let seller: Caller;
  const now = Date.parse('2026-11-23T10:00:00Z');
  const clock = { now: () => new Date(now) };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  /** A prospect whose data was collected on the day. */
  const person = async (lastName: string, when: string): Promise<string> =>
    (await seller.post('/contacts', aContact({ lastName, sources: [{ kind: 'event', when }] })).expect(201))
      .body.id;

  async function run(dryRun: boolean) {
    const { id } = (await officer.post('/retention/runs', { dryRun }).expect(202)).body;
    for (;;) {
      const { body } = await officer.get(`/retention/runs/${id}`).expect(200);
      if (['complete', 'failed'].includes(body.status)) return body;
      await pause(50);
    }
  }

  it('lists in a dry run who would go, with the reason, and changes nothing', async () => {
    const id = await person('Vanhentuva', '2025-11-23');
    const young = await person('Tuore', '2025-11-24');
    const body = await run(true);
    expect(body).toMatchObject({ status: 'complete', dryRun: true });
    const { items } = (await officer.get(`/retention/runs/${body.id}/items?outcome=pending`).expect(200))
      .body;
    expect(items.map((item: { subjectId: string }) => item.subjectId)).toContain(id);
    expect(items.map((item: { subjectId: string }) => item.subjectId)).not.toContain(young);
  });

  it('forgets them', async () => {
    const body = await run(false);
    expect(body.people).toMatchObject({ done: 1, failed: 0, pending: 0 });
  });
});
