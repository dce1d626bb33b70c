import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';

interface Event {
  id: string;
  occurredAt: string;
  action: string;
  class: string;
  subjectType: string;
  subjectId: string | null;
  actor: { kind: string; id: string | null; name: string | null; tokenId: string | null };
  fields: string[];
  shownCount: number;
}

describe('the record of acts', () => {
  let app: TestApp;
  let admin: Caller;
  let auditor: Caller;
  let seller: Caller;
  let person: { id: string };
  let later = 0;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(Date.now() + later) } });
    admin = await app.setUp();
    auditor = await app.signIn(admin, { name: 'Olga Tarkastaja', roles: ['auditor'] });
    seller = await app.signIn(admin, { name: 'Samu Myyjä', roles: ['salesperson'] });
    person = (await seller.post('/contacts', aContact()).expect(201)).body;
    await seller.get(`/contacts/${person.id}`).expect(200);
    await seller.get('/contacts').expect(200);
    await seller.patch(`/contacts/${person.id}`, { title: 'Ostaja' }).expect(200);
  });
  afterAll(() => app.close());

  const events = async (query = '', caller = auditor): Promise<Event[]> =>
    (await caller.get(`/audit-events${query}`).expect(200)).body.items;
  const actions = async (query: string): Promise<string[]> =>
    (await events(query)).map((event) => event.action);

  it('is listed newest first, with who acted, by ids and names of fields alone', async () => {
    const [update] = await events('?action=contact.update');
    expect(update).toMatchObject({
      class: 'decision',
      actor: { kind: 'user', name: 'Samu Myyjä' },
      subjectType: 'contact',
      subjectId: person.id,
      fields: ['title'],
      shownCount: 0,
    });
    const times = (await events('?limit=200')).map((event) => event.occurredAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(JSON.stringify(await events('?limit=200'))).not.toMatch(/Lindqvist|Ostaja/);
  });

  it('says of a person who changed them, looked at them and had them in a list (V11)', async () => {
    const found = await events(`?contactId=${person.id}`);
    expect(found.map((event) => event.action)).toEqual(
      expect.arrayContaining(['contact.create', 'contact.read', 'contact.list', 'contact.update']),
    );
    const list = found.find((event) => event.action === 'contact.list');
    expect(list).toMatchObject({ class: 'read', shownCount: 1 });
    const nobody = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
    expect(await events(`?contactId=${nobody}`)).toEqual([]);
  });

  it('names the token with which a program acted for somebody', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const fields = { name: 'Raportit', scopes: ['companies.read'], expiresAt };
    const { body: made } = await admin.post('/api-tokens', fields).expect(201);
    const request = supertest(app.app.getHttpServer()).get('/api/v1/companies');
    await request.set('Authorization', `Bearer ${made.token}`).expect(200);
    await admin.get('/companies').expect(200);
    const [own, byToken] = await events('?action=company.list');
    expect(byToken?.actor).toEqual({ ...own?.actor, tokenId: made.id });
    expect(own?.actor).toMatchObject({ kind: 'user', name: 'Aino Testaaja', tokenId: null });
  });

  it('is searched by actor, act, class and time', async () => {
    const [update] = await events('?action=contact.update');
    const by = `actorId=${update?.actor.id ?? ''}`;
    expect(new Set((await events(`?${by}`)).map((event) => event.actor.name))).toEqual(
      new Set(['Samu Myyjä']),
    );
    expect(await actions(`?${by}&class=read`)).toEqual(['contact.list', 'contact.read']);
    const at = update?.occurredAt ?? '';
    expect(await actions(`?action=contact.update&since=${at}`)).toEqual(['contact.update']);
    expect(await actions(`?action=contact.update&until=${at}`)).toEqual([]);
  });

  it('is read page by page without a gap', async () => {
    const first = (await auditor.get('/audit-events?limit=3&class=decision').expect(200)).body;
    const second = (
      await auditor.get(`/audit-events?limit=3&class=decision&cursor=${first.nextCursor}`).expect(200)
    ).body;
    const both = (await auditor.get('/audit-events?limit=6&class=decision').expect(200)).body;
    expect([...first.items, ...second.items]).toEqual(both.items);
    expect(both.total).toBeGreaterThan(5);
  });

  it('records who looks into it, and at whom', async () => {
    await events(`?contactId=${person.id}`);
    const [look] = await events('?action=audit_log.read');
    expect(look).toMatchObject({
      class: 'read',
      actor: { name: 'Olga Tarkastaja' },
      subjectType: 'contact',
      subjectId: person.id,
      fields: ['contactId'],
    });
  });

  it('shows everybody what they did themselves, and nothing of others', async () => {
    const { items } = (await seller.get('/me/audit-events').expect(200)).body as { items: Event[] };
    expect(items.map((event) => event.action)).toEqual(
      expect.arrayContaining(['session.create', 'contact.create', 'contact.read']),
    );
    expect(new Set(items.map((event) => event.actor.name))).toEqual(new Set(['Samu Myyjä']));
  });

  it.each(['contactId=nobody', 'since=yesterday', 'class=all', 'limit=500', 'cursor=x', 'who=me'])(
    'refuses ?%s',
    (query) => auditor.get(`/audit-events?${query}`).expect(400),
  );

  it('is closed to strangers and to whoever sells', async () => {
    for (const path of ['/audit-events', '/audit-chain']) {
      await app.stranger.get(path).expect(401);
      expect((await seller.get(path).expect(403)).body.code).toBe('forbidden');
    }
    await app.stranger.get('/me/audit-events').expect(401);
  });

  describe('kept for a time', () => {
    it('that everybody may know', async () => {
      const { body } = await seller.get('/audit-retention').expect(200);
      expect(body).toMatchObject({ readMonths: 24, decisionMonths: 72 });
    });

    it('that is set by whoever runs the settings, within bounds, and on record', async () => {
      const { body } = await admin
        .put('/audit-retention', { readMonths: 12, decisionMonths: 72 })
        .expect(200);
      expect(body).toMatchObject({ readMonths: 12, decisionMonths: 72 });
      const [change] = await events('?action=audit_retention.update');
      expect(change).toMatchObject({ fields: ['readMonths'], actor: { name: 'Aino Testaaja' } });
      for (const rules of [
        { readMonths: 1, decisionMonths: 72 },
        { readMonths: 24, decisionMonths: 12 },
        { readMonths: 24 },
      ])
        await admin.put('/audit-retention', rules).expect(400);
      await auditor.put('/audit-retention', { readMonths: 12, decisionMonths: 72 }).expect(403);
      later = 11 * 60_000;
      const unproved = await admin
        .put('/audit-retention', { readMonths: 24, decisionMonths: 72 })
        .expect(403);
      later = 0;
      expect(unproved.body.code).toBe('reauthentication_required');
      await app.stranger.put('/audit-retention', {}).expect(401);
    });
  });

  describe('as a chain', () => {
    it('verifies, with what was done just now', async () => {
      const { body } = await auditor.get('/audit-chain').expect(200);
      expect(body).toMatchObject({ verified: true, firstBroken: null, pending: 0 });
      expect(body.events).toBe(body.links);
      expect(body.head.seq).toBe(body.links);
      expect((await events('?action=audit_chain.verify')).length).toBe(1);
    });

    it('names the first broken link after the owner of the database tampered with it', async () => {
      await app.rows('ALTER TABLE audit_events DISABLE TRIGGER USER');
      const [changed] = await app.rows<{ id: string }>(
        `UPDATE audit_events SET actor_id = gen_random_uuid() WHERE action = 'contact.update' RETURNING id`,
      );
      await app.rows('ALTER TABLE audit_events ENABLE TRIGGER USER');
      const { body } = await auditor.get('/audit-chain').expect(200);
      expect(body).toMatchObject({
        verified: false,
        firstBroken: { seq: expect.any(Number), eventId: changed?.id, reason: 'changed_event' },
      });
    });
  });
});
