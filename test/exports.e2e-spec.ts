import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  password,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';

const hour = 60 * 60 * 1000;
let now = Date.now();

describe('/exports', () => {
  let app: TestApp;
  let admin: Caller;
  let seller: Caller;

  const soon = () => new Date(now + 24 * hour).toISOString();
  const ask = (caller: Caller, fields: object = {}) =>
    caller.post('/exports', { kind: 'contacts', purpose: 'Joulukortit', expiresAt: soon(), ...fields });
  const statusOf = async (caller: Caller, id: string, status: string) => {
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await caller.get(`/exports/${id}`).expect(200);
      if (body.status === status) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the export did not become ${status}`);
  };
  const withoutParts = async (id: string) => {
    for (let tries = 0; tries < 100; tries++) {
      if ((await app.rows('SELECT 1 FROM export_parts WHERE export_id = $1', [id])).length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the file is still there');
  };
  const fetchFile = (caller: Caller, id: string) => caller.post(`/exports/${id}/downloads`);
  const setThreshold = (n: number) =>
    app.rows('UPDATE security_settings SET export_approval_threshold = $1', [n]);

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    seller = await app.signIn(admin, { name: 'Myyjä Mainio' });
    await putIntoTeam(app, seller, 'North');
    for (const [caller, lastName] of [
      [seller, 'Pohjonen'],
      [seller, '=Kaava'],
      [admin, 'Eteläinen'],
    ] as const)
      await caller
        .post(
          '/contacts',
          aContact({ firstName: 'Vilma', lastName, emails: [`${lastName.slice(1)}@e.example`] }),
        )
        .expect(201);
    await admin.post('/companies', aCompany({ name: 'Havu Oy' })).expect(201);
  });
  afterAll(() => app.close());

  it('give a file of what the maker may see, with a watermark on every row, sealed while it waits', async () => {
    const { body: wish } = await ask(seller).expect(201);
    expect(wish).toMatchObject({
      status: 'preparing',
      purpose: 'Joulukortit',
      requestedBy: { name: 'Myyjä Mainio' },
    });
    expect(await statusOf(seller, wish.id, 'ready')).toMatchObject({ people: 2, expected: 2 });
    const stored = JSON.stringify(await app.rows('SELECT * FROM export_parts'));
    expect(stored).not.toMatch(/Pohjonen|UG9oam9uZW/);
    const { text, headers } = await fetchFile(seller, wish.id).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('Pohjonen');
    expect(text).toContain("'=Kaava");
    expect(text).not.toContain('Eteläinen');
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/Myyjä Mainio vei .*Joulukortit.*hävitettävä.*/);
  });

  it('are fetched once, by their maker, and leave nothing behind but the ledger of recipients (V11)', async () => {
    const { body: wish } = await ask(seller, { recipient: 'Painotalo Oy' }).expect(201);
    await statusOf(seller, wish.id, 'ready');
    await fetchFile(admin, wish.id).expect(404);
    const both = await Promise.all([fetchFile(seller, wish.id), fetchFile(seller, wish.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await withoutParts(wish.id);
    const ledger = await app.rows<{ recipient: string; purpose: string }>(
      'SELECT recipient, purpose FROM disclosures WHERE export_id = $1',
      [wish.id],
    );
    expect(ledger).toEqual(Array(2).fill({ recipient: 'Painotalo Oy', purpose: 'Joulukortit' }));
    const { body: trail } = await seller
      .get(`/contacts/${(await seller.get('/contacts?q=pohjonen')).body.items[0].id}/audit-events`)
      .expect(200);
    expect(trail.items.map((event: { action: string }) => event.action)).toContain('export.fetch');
    const acts = await app.rows<{ action: string }>(
      'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [wish.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['export.create', 'export.prepare', 'export.fetch']);
  });

  it('state a purpose and an end within thirty days, and only filters that the list knows', async () => {
    const refused = async (fields: object) => (await ask(seller, fields).expect(400)).body.fields[0];
    expect(await refused({ purpose: '' })).toMatchObject({ field: 'purpose' });
    expect(await refused({ expiresAt: new Date(now - hour).toISOString() })).toMatchObject({ code: 'past' });
    expect(await refused({ expiresAt: new Date(now + 31 * 24 * hour).toISOString() })).toMatchObject({
      code: 'too_far',
    });
    expect(await refused({ filters: { secret: 1 } })).toMatchObject({ field: 'filters.secret' });
    const { body } = await ask(seller, { filters: { q: 'pohjonen' } }).expect(201);
    expect(await statusOf(seller, body.id, 'ready')).toMatchObject({ people: 1 });
    expect(JSON.stringify(await app.rows('SELECT * FROM exports'))).not.toContain('pohjonen');
  });

  it('give days of the company’s own calendar, and of companies the view that was filtered', async () => {
    const { body: person } = await seller.get('/contacts?q=pohjonen').expect(200);
    const contactIds = [person.items[0].id];
    const occurredAt = '2026-05-01T00:30:00+03:00';
    await seller.post('/interactions', anInteraction({ contactIds, occurredAt })).expect(201);
    const { body: wish } = await ask(seller, { filters: { q: 'pohjonen' } }).expect(201);
    await statusOf(seller, wish.id, 'ready');
    expect((await fetchFile(seller, wish.id).expect(200)).text).toContain(';2026-05-01;');
    await admin.post('/companies', aCompany({ name: 'Säätiö', legalForm: 'foundation' })).expect(201);
    const filters = { legalForm: 'foundation' };
    const { body: firms } = await ask(admin, { kind: 'companies', filters }).expect(201);
    await statusOf(admin, firms.id, 'ready');
    const { text } = await fetchFile(admin, firms.id).expect(200);
    expect(text).toMatch(/^\uFEFF?Yritys;Y-tunnus;/);
    expect(text).toContain('Säätiö');
    expect(text).not.toContain('Havu Oy');
  });

  it('are for those who may take this kind along', async () => {
    const { auditor, marketer } = {
      auditor: await app.signIn(admin, { roles: ['auditor'] }),
      marketer: await app.signIn(admin, { roles: ['marketer'] }),
    };
    await ask(app.stranger).expect(401);
    await ask(marketer).expect(403);
    await ask(auditor).expect(403);
    const token = { name: 'Tarkastus', scopes: ['audit.read'], expiresAt: soon() };
    const { body: made } = await auditor.post('/api-tokens', token).expect(201);
    const byToken = app.stranger.get('/audit-events').set('Authorization', `Bearer ${made.token}`);
    await byToken.expect(200);
    const { body } = await ask(auditor, { kind: 'audit_events' }).expect(201);
    await statusOf(auditor, body.id, 'ready');
    const { text } = await fetchFile(auditor, body.id).expect(200);
    expect(text).toContain('contact.create');
    expect(text).toMatch(new RegExp(`;${made.id};audit_log.read`));
    expect(text).not.toContain('Pohjonen');
    await seller.get(`/exports/${body.id}`).expect(404);
  });

  it('wait for the undertaking like everything about people (C5, K5)', async () => {
    const silent = await app.signIn(admin, { roles: ['sales_manager', 'auditor'], hasUndertaken: false });
    for (const kind of ['contacts', 'companies', 'audit_events']) {
      const { body } = await ask(silent, { kind }).expect(403);
      expect(body.code).toBe('undertaking_required');
    }
  });

  describe('of more people than the company lets one person take', () => {
    beforeAll(() => setThreshold(1));
    afterAll(() => setThreshold(500));

    it('wait for a second person, never the maker', async () => {
      const { body: wish } = await ask(admin).expect(201);
      expect(wish.status).toBe('awaiting_approval');
      await fetchFile(admin, wish.id).expect(409);
      const own = await admin.put(`/exports/${wish.id}/approval`, { decision: 'approve' }).expect(403);
      expect(own.body.code).toBe('own_export');
      await seller.put(`/exports/${wish.id}/approval`, { decision: 'approve' }).expect(403);
      const manager = await app.signIn(admin, { name: 'Toinen', roles: ['sales_manager'] });
      await manager.put(`/exports/${wish.id}/approval`, { decision: 'approve' }).expect(200);
      expect(await statusOf(admin, wish.id, 'ready')).toMatchObject({
        people: 3,
        decidedBy: { name: 'Toinen' },
      });
      await manager.put(`/exports/${wish.id}/approval`, { decision: 'refuse' }).expect(409);
    });

    it('wait as well when many small ones make a large one', async () => {
      await setThreshold(3);
      const splitter = await app.signIn(admin, { name: 'Jakaja', roles: ['sales_manager'] });
      const { body: first } = await ask(splitter, { filters: { q: 'vilma' } }).expect(201);
      expect(first).toMatchObject({ status: 'preparing', expected: 3 });
      const { body: second } = await ask(splitter, { filters: { q: 'pohjonen' } }).expect(201);
      expect(second).toMatchObject({ status: 'awaiting_approval', expected: 1 });
      now += 25 * hour;
      await splitter.put('/sessions/current/proof', { password }).expect(204);
      const { body: third } = await ask(splitter, { filters: { q: 'pohjonen' } }).expect(201);
      expect(third.status).toBe('preparing');
      now -= 25 * hour;
      await setThreshold(1);
    });

    it('are not made when the second person refuses', async () => {
      const { body: wish } = await ask(seller).expect(201);
      await admin.put(`/exports/${wish.id}/approval`, { decision: 'refuse' }).expect(200);
      await fetchFile(seller, wish.id).expect(409);
      expect(await app.rows('SELECT * FROM export_parts WHERE export_id = $1', [wish.id])).toEqual([]);
    });

    it('do not come when the maker’s access ended meanwhile (K5)', async () => {
      await setThreshold(0);
      const leaver = await app.signIn(admin, { name: 'Lähtijä' });
      const { body: me } = await leaver.get('/me').expect(200);
      const { body: wish } = await ask(leaver).expect(201);
      await admin.patch(`/users/${me.id}`, { active: false }).expect(200);
      await admin.put(`/exports/${wish.id}/approval`, { decision: 'approve' }).expect(200);
      expect(await statusOf(admin, wish.id, 'failed')).toMatchObject({ failure: 'access_ended' });
      expect(await app.rows('SELECT * FROM export_parts WHERE export_id = $1', [wish.id])).toEqual([]);
    });
  });

  it('can be withdrawn, and are deleted at their end', async () => {
    const [first, second] = [(await ask(seller).expect(201)).body, (await ask(seller).expect(201)).body];
    await statusOf(seller, first.id, 'ready');
    await statusOf(seller, second.id, 'ready');
    await seller.delete(`/exports/${first.id}`).expect(204);
    await fetchFile(seller, first.id).expect(409);
    expect(await app.rows('SELECT * FROM export_parts WHERE export_id = $1', [first.id])).toEqual([]);
    now += 25 * hour;
    const { ExportExpiry } = await import('../libs/exports/src/export-expiry.js');
    await app.app.get(ExportExpiry).run();
    expect(await app.rows('SELECT * FROM export_parts WHERE export_id = $1', [second.id])).toEqual([]);
    expect(await app.rows('SELECT status FROM exports WHERE id = $1', [second.id])).toEqual([
      { status: 'expired' },
    ]);
  });

  it('ask for a fresh proof of identity', async () => {
    const { body } = await ask(seller).expect(403);
    expect(body.code).toBe('reauthentication_required');
  });
});
