import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { isAboutPeople, roles, type Permission } from '@seloste/kernel';
import { permissionKey } from '@seloste/platform';
import { aContact, createTestApp, eventually, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';

const texts = { fi: 'Pidän tiedot salassa.', sv: 'Jag håller uppgifterna hemliga.', en: 'I keep it secret.' };

/** Every route of the application: how it is asked, and what it requires. */
function routesOf({ app }: TestApp): { method: string; path: string; permission: Permission | undefined }[] {
  const [reflector, scanner] = [app.get(Reflector), new MetadataScanner()];
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) =>
      scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
        const handler = instance[name];
        if (!metatype || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const parts = [
          Reflect.getMetadata(PATH_METADATA, metatype),
          Reflect.getMetadata(PATH_METADATA, handler),
        ];
        const path = parts
          .map((part: string) => part.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/');
        return {
          method: (RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] ?? '').toLowerCase(),
          path: `/${path.replace(/:\w+/g, '01a207bb-e5b0-704d-8b14-5b9a3e99f598')}`,
          permission: reflector.getAllAndOverride<Permission>(permissionKey, [handler, metatype]),
        };
      }),
    );
}

describe('the confidentiality undertaking', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  const current = async (caller: Caller) => (await caller.get('/undertaking').expect(200)).body;
  const accept = (caller: Caller, undertakingId: string, language = 'fi') =>
    caller.post('/undertaking/receipts', { undertakingId, language });
  const lastEvents = (count: number) =>
    app.rows(`SELECT action, subject_type, fields FROM audit_events ORDER BY id DESC LIMIT ${count}`);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    salesperson = await app.signIn(admin, { name: 'Örjan Åström', hasUndertaken: false });
  });
  afterAll(() => app.close());

  it('is there from the first run, in three languages, and is accepted by setting up', async () => {
    const { texts: all, ...rest } = await current(admin);
    expect(rest).toEqual({
      id: expect.any(String),
      version: 1,
      publishedAt: expect.any(String),
      language: 'fi',
      text: all.fi,
      acceptedAt: expect.any(String),
      acceptedEarlier: false,
    });
    for (const text of Object.values(all)) expect(text).toContain('Havukka Palvelut Oy');
    expect(new Set(Object.values(all)).size).toBe(3);
    await admin.get('/contacts').expect(200);
  });

  it('is read in the user’s language, and by everybody but a stranger', async () => {
    await salesperson.patch('/me', { language: 'sv' }).expect(200);
    const { body, headers } = await salesperson.get('/undertaking').expect(200);
    expect(body).toMatchObject({
      language: 'sv',
      acceptedAt: null,
      text: expect.stringContaining('förbindelse'),
    });
    expect(body).not.toHaveProperty('texts');
    expect(headers.etag).toBe('"1"');
    await app.stranger.get('/undertaking').expect(401);
    await accept(app.stranger, body.id).expect(401);
  });

  it('is accepted before any person is visible: every route to people is closed until then (C5)', async () => {
    const everything = await app.signIn(admin, { roles: [...roles], hasUndertaken: false });
    const routes = routesOf(app).filter(({ permission }) => permission !== undefined);
    const isAboutPeoplesRoute = (permission?: Permission) =>
      permission !== undefined && isAboutPeople(permission);
    expect(routes.filter(({ permission }) => isAboutPeoplesRoute(permission)).length).toBeGreaterThan(20);
    for (const { method, path, permission } of routes) {
      if (!isAboutPeoplesRoute(permission)) continue;
      const { status, body } = await everything[method as 'get'](path);
      expect({ method, path, status, code: body.code }).toEqual({
        ...{ method, path },
        ...{ status: 403, code: 'undertaking_required' },
      });
    }
    await everything.get('/me').expect(200);
    await everything.get('/users').expect(200);
  });

  it('is accepted once, which opens the register and is on record', async () => {
    const { id } = await current(salesperson);
    await salesperson.get('/contacts').expect(403);
    expect((await salesperson.get('/me').expect(200)).body.undertakingAccepted).toBe(false);
    const { body } = await accept(salesperson, id, 'sv').expect(201);
    expect(body).toMatchObject({ id, acceptedAt: expect.any(String) });
    expect(await lastEvents(1)).toEqual([
      { action: 'undertaking.accept', subject_type: 'undertaking', fields: ['sv'] },
    ]);
    await salesperson.get('/contacts').expect(200);
    expect((await salesperson.get('/me').expect(200)).body.undertakingAccepted).toBe(true);
    const again = await Promise.all([accept(salesperson, id, 'fi'), accept(salesperson, id, 'en')]);
    expect(again.map(({ body: { acceptedAt } }) => acceptedAt)).toEqual([body.acceptedAt, body.acceptedAt]);
    expect(await app.rows(`SELECT 1 FROM undertaking_receipts WHERE language = 'sv'`)).toHaveLength(1);
    await salesperson.post('/contacts', aContact()).expect(201);
  });

  it.each([
    [{ language: 'fi' }, 'undertakingId'],
    [{ undertakingId: 'x', language: 'fi' }, 'undertakingId'],
    [{ undertakingId: '01a207bb-e5b0-704d-8b14-5b9a3e99f598', language: 'de' }, 'language'],
    [{ undertakingId: '01a207bb-e5b0-704d-8b14-5b9a3e99f598', language: 'fi', userId: 'x' }, 'userId'],
  ])('is not accepted with %j', async (body, field) => {
    const { body: problem } = await salesperson.post('/undertaking/receipts', body).expect(400);
    expect(problem.fields[0].field).toBe(field);
  });

  describe('with a new text', () => {
    it('is published by whoever answers for it alone, who has just proved who they are', async () => {
      // Of a version that there is not: nothing is published however early it is asked.
      const stale = () => admin.put('/undertaking', texts).set('If-Match', '"7"');
      await salesperson.put('/undertaking', texts).expect(403);
      await app.stranger.put('/undertaking', texts).expect(401);
      await admin.put('/undertaking', { ...texts, en: ' ' }).expect(400);
      await admin.put('/undertaking', { fi: 'a', sv: 'b' }).expect(400);
      await app.rows(`UPDATE sessions SET proved_at = now() - interval '11 minutes'
        WHERE user_id = (SELECT id FROM users ORDER BY created_at LIMIT 1)`);
      await eventually(async () => expect((await stale()).body.code).toBe('reauthentication_required'));
      await app.rows('UPDATE sessions SET proved_at = now()');
      await eventually(() => stale().expect(412));
    });

    it('has to be accepted again by everybody at once, in every process', async () => {
      const second = await createTestApp({ database: app.database });
      const before = await current(salesperson);
      const elsewhere = await second.signIn(admin);
      await elsewhere.get('/contacts').expect(200);
      const { body } = await admin.put('/undertaking', texts).set('If-Match', '"1"').expect(200);
      expect(body).toMatchObject({
        version: 2,
        text: texts.fi,
        texts,
        acceptedAt: null,
        acceptedEarlier: true,
      });
      expect(await lastEvents(1)).toEqual([
        { action: 'undertaking.publish', subject_type: 'undertaking', fields: ['fi', 'sv', 'en'] },
      ]);
      for (const caller of [admin, salesperson])
        expect((await caller.get('/contacts').expect(403)).body.code).toBe('undertaking_required');
      await eventually(() => elsewhere.get('/contacts').expect(403));
      expect((await accept(salesperson, before.id).expect(409)).body.code).toBe('undertaking_outdated');
      for (const caller of [admin, salesperson]) await accept(caller, body.id).expect(201);
      await salesperson.get('/contacts').expect(200);
      await second.close();
    });

    it('is no new one when nothing differs', async () => {
      expect((await admin.put('/undertaking', texts).expect(200)).body.version).toBe(2);
      await admin.get('/contacts').expect(200);
    });

    it('becomes one version each when two publish at once, or one and a refusal with If-Match', async () => {
      const privacyOfficer = await app.signIn(admin, { roles: ['privacy_officer'] });
      const put = (caller: Caller, en: string) => caller.put('/undertaking', { ...texts, en });
      const both = await Promise.all([put(admin, 'One.'), put(privacyOfficer, 'Other.')]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      const { version } = await current(admin);
      expect(version).toBe(4);
      const guarded = await Promise.all([
        put(admin, 'Third.').set('If-Match', `"${version}"`),
        put(privacyOfficer, 'Fourth.').set('If-Match', `"${version}"`),
      ]);
      expect(guarded.map(({ status }) => status).sort()).toEqual([200, 412]);
    });
  });

  describe('as receipts', () => {
    it('are listed for those who answer for them, by user, newest first', async () => {
      const { body: me } = await salesperson.get('/me').expect(200);
      const { body } = await admin.get(`/undertaking/receipts?userId=${me.id}`).expect(200);
      expect(body.total).toBe(2);
      expect(
        body.items.map(({ undertakingVersion }: { undertakingVersion: number }) => undertakingVersion),
      ).toEqual([2, 1]);
      expect(body.items[1]).toEqual({
        id: expect.any(String),
        user: { id: me.id, name: 'Örjan Åström' },
        undertakingId: expect.any(String),
        undertakingVersion: 1,
        language: 'sv',
        acceptedAt: expect.any(String),
      });
      const first = (await admin.get('/undertaking/receipts?limit=1').expect(200)).body;
      const next = (await admin.get(`/undertaking/receipts?limit=1&cursor=${first.nextCursor}`).expect(200))
        .body;
      expect(next.items[0].id).not.toBe(first.items[0].id);
      await salesperson.get('/undertaking/receipts').expect(403);
      await app.stranger.get('/undertaking/receipts').expect(401);
      await admin.get('/undertaking/receipts?userId=x').expect(400);
    });

    it('and texts can be changed and removed by nobody, not even by the application', async () => {
      const client = new Client({ connectionString: limitedUrl(app.database) });
      await client.connect();
      for (const sql of [
        'UPDATE undertakings SET fi = sv',
        'DELETE FROM undertakings',
        'DELETE FROM undertaking_receipts',
      ])
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      await client.end();
    });

    it('give a copy of what was accepted last, which says that confidentiality continues (K5)', async () => {
      const { body: me } = await salesperson.get('/me').expect(200);
      const { body } = await admin.get(`/users/${me.id}/undertaking-copy`).expect(200);
      expect(body).toEqual({
        user: { id: me.id, name: 'Örjan Åström' },
        controller: 'Havukka Palvelut Oy',
        undertakingVersion: 2,
        language: 'fi',
        text: texts.fi,
        acceptedAt: expect.any(String),
        continuation: expect.stringContaining('sitoo sinua myös sen jälkeen'),
      });
      await salesperson.get(`/users/${me.id}/undertaking-copy`).expect(403);
      await admin.get('/users/01a207bb-e5b0-704d-8b14-5b9a3e99f598/undertaking-copy').expect(404);
    });
  });

  it('comes with the next start where a company has none', async () => {
    const old = await createTestApp();
    await old.rows(`INSERT INTO controllers (id, name, language, time_zone, created_at, updated_at)
      VALUES (gen_random_uuid(), 'Vanha Oy', 'sv', 'Europe/Helsinki', now(), now())`);
    const restarted = await Promise.all([1, 2].map(() => createTestApp({ database: old.database })));
    const published = await old.rows('SELECT version, sv FROM undertakings');
    expect(published).toEqual([{ version: 1, sv: expect.stringContaining('Vanha Oy') }]);
    await Promise.all([old, ...restarted].map((each) => each.close()));
  });
});
