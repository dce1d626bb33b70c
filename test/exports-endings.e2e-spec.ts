import { aContact, createTestApp, eventually, type Caller, type TestApp } from '@seloste/testing';
import { ExportPreparation } from '../libs/exports/src/export-preparation.js';
import { ExportExpiry } from '../libs/exports/src/export-expiry.js';
import { putIntoTeam } from './support/teams.js';

const minute = 60_000;
let now = Date.now();

describe('files that wait for their maker', () => {
  let app: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  const fetchFile = (caller: Caller, id: string) => caller.post(`/exports/${id}/downloads`);
  const becomes = (caller: Caller, id: string, status: string) =>
    eventually(async () => {
      expect((await caller.get(`/exports/${id}`).expect(200)).body.status).toBe(status);
    }, 10_000);

  /** Somebody in a team with a person of their own, and a file of that person that is ready. */
  async function makerWithFile(lastName: string, roles: string[]): Promise<{ maker: Caller; id: string }> {
    const maker = await app.signIn(admin, { roles });
    await putIntoTeam(app, maker, lastName);
    await maker.post('/contacts', aContact({ lastName, emails: [`${lastName}@e.example`] })).expect(201);
    return { maker, id: await ready(maker, lastName) };
  }

  async function ready(maker: Caller, purpose: string): Promise<string> {
    const expiresAt = new Date(now + 24 * 60 * minute).toISOString();
    const { body } = await maker.post('/exports', { kind: 'contacts', purpose, expiresAt }).expect(201);
    await becomes(maker, body.id, 'ready');
    return body.id;
  }

  const peopleIn = (id: string) =>
    app.rows('SELECT contact_id FROM export_people WHERE export_id = $1', [id]);

  it('are out of reach when the role that allowed them has ended, though another role goes on (K5)', async () => {
    const { maker, id } = await makerWithFile('Lähtijä', ['salesperson', 'auditor']);
    const { body: me } = await maker.get('/me').expect(200);
    const { body: grants } = await admin.get(`/users/${me.id}/grants`).expect(200);
    const selling = grants.items.find(({ role }: { role: string }) => role === 'salesperson');
    await admin.delete(`/grants/${selling.id}`).send({ reason: 'Other duties' }).expect(204);
    await eventually(() => fetchFile(maker, id).expect(403));
    expect((await maker.get(`/exports/${id}`).expect(200)).body.status).toBe('ready');
  });

  it('are made anew without the people whom their maker may not take along any more (K5)', async () => {
    const { maker, id } = await makerWithFile('Siirtyvä', ['salesperson']);
    const { body: mine } = await maker.get('/contacts').expect(200);
    const other = await app.signIn(admin, { name: 'Toinen' });
    const { body: theOther } = await other.get('/me').expect(200);
    const contact = mine.items[0];
    await admin.patch(`/contacts/${contact.id}`, { ownerId: theOther.id }).expect(200);
    await putIntoTeam(app, other, 'Elsewhere');
    expect((await fetchFile(maker, id).expect(409)).body.code).toBe('export_outdated');
    await becomes(maker, id, 'ready');
    expect((await fetchFile(maker, id).expect(200)).text).not.toContain('Siirtyvä');
  });

  it('are taken up again when the process that wrote them died', async () => {
    const { maker, id } = await makerWithFile('Keskeytynyt', ['salesperson']);
    await app.rows("UPDATE exports SET status = 'preparing', attempt = gen_random_uuid() WHERE id = $1", [
      id,
    ]);
    const preparation = app.app.get(ExportPreparation);
    await preparation.sweep();
    expect((await maker.get(`/exports/${id}`).expect(200)).body.status).toBe('preparing');
    now += 2 * minute;
    await preparation.sweep();
    await becomes(maker, id, 'ready');
    expect((await fetchFile(maker, id).expect(200)).text).toContain('Keskeytynyt');
  });

  it('are never handed over cut short', async () => {
    const { maker, id } = await makerWithFile('Katkennut', ['salesperson']);
    await app.rows('UPDATE export_parts SET position = 1 WHERE export_id = $1', [id]);
    await expect(fetchFile(maker, id)).rejects.toThrow();
    await eventually(async () => {
      const acts = await app.rows<{ action: string }>(
        'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
        [id],
      );
      expect(acts).toEqual([{ action: 'export.fetch_broken_off' }]);
    });
    await becomes(maker, id, 'ready');
  });

  it('that were withdrawn say no more whom they held', async () => {
    const { maker, id } = await makerWithFile('Peruttu', ['salesperson']);
    expect((await peopleIn(id)).length).toBeGreaterThan(0);
    await maker.delete(`/exports/${id}`).expect(204);
    await app.app.get(ExportExpiry).run();
    expect(await peopleIn(id)).toEqual([]);
  });
});
