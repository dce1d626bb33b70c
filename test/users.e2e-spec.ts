import { createTestApp, eventually, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';

const newPassword = 'ahven nukkuu aina';

describe('users', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  /** Signs in elsewhere; returns the cookie, since these clients keep none. */
  const logIn = async (email: string, given = password, status = 201): Promise<string> => {
    const answer = await supertest(app.app.getHttpServer())
      .post('/api/v1/sessions')
      .send({ email, password: given })
      .expect(status);
    return answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
  };
  const lastEvents = (count: number) =>
    app.rows(`SELECT action, subject_type, fields FROM audit_events ORDER BY id DESC LIMIT ${count}`);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    salesperson = await app.signIn(admin, { name: 'Örjan Åström', email: 'orjan@havukka.example' });
  });
  afterAll(() => app.close());

  describe('as a list', () => {
    it('are shown to colleagues by name, in Finnish order and without addresses', async () => {
      await app.signIn(admin, { name: 'Zacharias Lind' });
      const { body } = await salesperson.get('/users').expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
        'Aino Testaaja',
        'Zacharias Lind',
        'Örjan Åström',
      ]);
      expect(body).toMatchObject({ nextCursor: null, total: 3 });
      expect(body.items[2]).toEqual({
        id: await idOf(salesperson),
        name: 'Örjan Åström',
        active: true,
        roles: ['salesperson'],
        language: 'fi',
        duty: null,
        kind: 'staff',
        nextEndAt: null,
        createdAt: expect.any(String),
        version: 1,
      });
    });

    it('come with addresses to administrators, and are found by them', async () => {
      const { body } = await admin.get('/users?q=ORJAN@').expect(200);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({ name: 'Örjan Åström', email: 'orjan@havukka.example' });
      expect((await salesperson.get('/users?q=orjan@').expect(200)).body.items).toEqual([]);
      expect((await admin.get('/users?q=%25').expect(200)).body.items).toEqual([]);
    });

    it('are paged', async () => {
      const first = (await admin.get('/users?limit=2&sort=-name').expect(200)).body;
      const second = (await admin.get(`/users?limit=2&sort=-name&cursor=${first.nextCursor}`).expect(200))
        .body;
      const names = [...first.items, ...second.items].map(({ name }: { name: string }) => name);
      expect(names).toEqual(['Örjan Åström', 'Zacharias Lind', 'Aino Testaaja']);
      await admin.get('/users?sort=passwordHash').expect(400);
      await admin.get('/users?cursor=abc').expect(400);
    });

    it('are shown to no stranger', async () => {
      await app.stranger.get('/users').expect(401);
    });
  });

  describe('being made', () => {
    const body = {
      name: 'Uusi',
      email: 'uusi@havukka.example',
      password,
      roles: ['salesperson'],
      language: 'sv',
    };

    it('have a personal account from then on, on record', async () => {
      const answer = await admin.post('/users', { ...body, email: 'Uusi@Havukka.Example' }).expect(201);
      expect(answer.body).toMatchObject({
        name: 'Uusi',
        email: 'uusi@havukka.example',
        roles: ['salesperson'],
        active: true,
      });
      expect(answer.headers.etag).toBe('"1"');
      expect(await lastEvents(2)).toEqual([
        { action: 'role_grant.create', subject_type: 'role_grant', fields: ['salesperson'] },
        { action: 'user.create', subject_type: 'user', fields: ['name', 'email', 'language', 'password'] },
      ]);
      const [grant] = await app.rows(
        `SELECT granted_by FROM role_grants WHERE user_id = '${answer.body.id}'`,
      );
      expect(grant).toEqual({ granted_by: await idOf(admin) });
    });

    it('hear that somebody chose their password, and so do those who watch over access', async () => {
      const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
      const seller = await app.signIn(admin);
      const { body: made } = await admin
        .post('/users', { ...body, email: 'kuultu@havukka.example' })
        .expect(201);
      const letters = await app.rows(
        `SELECT user_id, template FROM mail_messages WHERE user_id = ANY ($1) ORDER BY id DESC LIMIT 2`,
        [[made.id, await idOf(officer), await idOf(seller), await idOf(admin)]],
      );
      expect(letters).toEqual(
        expect.arrayContaining([
          { user_id: made.id, template: 'account_made' },
          { user_id: await idOf(officer), template: 'account_made_by_hand' },
        ]),
      );
    });

    it('share no e-mail address: a login is one person’s (P10)', async () => {
      const { body: problem } = await admin.post('/users', body).expect(409);
      expect(problem.code).toBe('email_taken');
    });

    it.each([
      [{ email: 'x' }, 'email'],
      [{ password: 'short' }, 'password'],
      [{ password: 'salasana2026' }, 'password'],
      [{ roles: [] }, 'roles'],
      [{ roles: ['owner'] }, 'roles'],
      [{ roles: ['admin', 'admin'] }, 'roles'],
      [{ language: undefined }, 'language'],
      [{ passwordHash: 'x' }, 'passwordHash'],
    ])('are refused with %j', async (changes, field) => {
      const { body: problem } = await admin
        .post('/users', { ...body, email: 'b@havukka.example', ...changes })
        .expect(400);
      expect(problem.fields[0].field).toBe(field);
    });

    it('are made by administrators alone', async () => {
      await salesperson.post('/users', { ...body, email: 'c@havukka.example' }).expect(403);
      await app.stranger.post('/users', { ...body, email: 'c@havukka.example' }).expect(401);
      await admin
        .post('/users', { ...body, email: 'c@havukka.example' })
        .set('Origin', 'https://evil.example')
        .expect(403);
    });
  });

  describe('being changed', () => {
    it('keep who changed what, and refuse a lost update', async () => {
      const id = await idOf(await app.signIn(admin));
      const { headers } = await admin.get(`/users/${id}`).expect(200);
      const { body } = await admin
        .patch(`/users/${id}`, { name: 'Toinen Nimi' })
        .set('If-Match', headers.etag ?? '')
        .expect(200);
      expect(body).toMatchObject({ name: 'Toinen Nimi', version: 2 });
      expect(await lastEvents(1)).toEqual([
        { action: 'user.update', subject_type: 'user', fields: ['name'] },
      ]);
      await admin
        .patch(`/users/${id}`, { name: 'X' })
        .set('If-Match', headers.etag ?? '')
        .expect(412);
    });

    it('are changed by administrators alone, and only where they exist', async () => {
      const id = await idOf(salesperson);
      await salesperson.patch(`/users/${id}`, { roles: ['admin'] }).expect(403);
      await app.stranger.patch(`/users/${id}`, { name: 'X' }).expect(401);
      await admin.patch('/users/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee', { name: 'X' }).expect(404);
      await admin.patch('/users/1', { name: 'X' }).expect(404);
      await admin.patch(`/users/${id}`, { active: 'no' }).expect(400);
      await admin.patch(`/users/${id}`, { name: null }).expect(400);
    });

    it('gain and lose what a role allows in the running session, and the grants stay on record', async () => {
      const other = await app.signIn(admin);
      const id = await idOf(other);
      await other.patch('/controller', {}).expect(403);
      await admin.patch(`/users/${id}`, { roles: ['salesperson', 'admin'] }).expect(200);
      await other.patch('/controller', {}).expect(200);
      await admin.patch(`/users/${id}`, { roles: ['salesperson'] }).expect(200);
      await other.patch('/controller', {}).expect(403);
      const grants = await app.rows(
        `SELECT role, ended_by FROM role_grants WHERE user_id = '${id}' AND ended_at IS NOT NULL`,
      );
      expect(grants).toEqual([{ role: 'admin', ended_by: await idOf(admin) }]);
    });

    it('lose every session and role when they leave, and come back without any', async () => {
      const other = await app.signIn(admin, { email: 'leaver@havukka.example' });
      const id = await idOf(other);
      const { body } = await admin.patch(`/users/${id}`, { active: false }).expect(200);
      expect(body.active).toBe(false);
      expect(await lastEvents(3)).toEqual([
        { action: 'user.deactivate', subject_type: 'user', fields: [] },
        { action: 'role_grant.end', subject_type: 'role_grant', fields: ['salesperson'] },
        { action: 'session.end', subject_type: 'session', fields: [] },
      ]);
      await other.get('/me').expect(401);
      expect((await admin.patch(`/users/${id}`, { active: true }).expect(200)).body.roles).toEqual([]);
      await other.get('/me').expect(401);
      await logIn('leaver@havukka.example');
      const inactive = await admin.get('/users?active=false').expect(200);
      expect(inactive.body.items).toEqual([]);
    });
  });

  describe('in charge', () => {
    it('cannot all go: the last administrator stays one', async () => {
      const id = await idOf(admin);
      for (const changes of [{ active: false }, { roles: ['salesperson'] }]) {
        const { body } = await admin.patch(`/users/${id}`, changes).expect(409);
        expect(body.code).toBe('last_admin');
      }
      await admin.get('/users').expect(200);
    });

    it('cannot all go at the same moment either', async () => {
      for (let round = 0; round < 5; round++) {
        const second = await app.signIn(admin, { roles: ['admin'] });
        const [first, other] = [await idOf(admin), await idOf(second)];
        const answers = await Promise.all([
          admin.patch(`/users/${other}`, round % 2 ? { active: false } : { roles: ['salesperson'] }),
          second.patch(`/users/${first}`, { roles: ['salesperson'] }),
        ]);
        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(Math.max(...statuses)).toBeLessThan(500);
        const admins = await app.rows(
          `SELECT u.id FROM users u JOIN role_grants g ON g.user_id = u.id AND g.role = 'admin' AND g.ended_at IS NULL
           WHERE u.deactivated_at IS NULL`,
        );
        expect(admins).toHaveLength(1);
        if (statuses[1] === 200) await second.patch(`/users/${first}`, { roles: ['admin'] }).expect(200);
        await admin.patch(`/users/${other}`, { active: false }).expect(200);
      }
    });
  });

  describe('with their own account', () => {
    it('choose name, language and theme', async () => {
      const { body, headers } = await salesperson
        .patch('/me', { name: 'Örjan', language: 'sv', theme: 'dark' })
        .expect(200);
      expect(body).toMatchObject({
        name: 'Örjan',
        language: 'sv',
        theme: 'dark',
        email: 'orjan@havukka.example',
      });
      expect(headers.etag).toBe(`"${body.version}"`);
      expect(await lastEvents(1)).toEqual([
        { action: 'user.update', subject_type: 'user', fields: ['name', 'language', 'theme'] },
      ]);
      await salesperson.patch('/me', { theme: 'light' }).set('If-Match', '"1"').expect(412);
      await salesperson.patch('/me', { theme: 'pink' }).expect(400);
      await salesperson.patch('/me', { roles: ['admin'] }).expect(400);
      await app.stranger.patch('/me', { theme: 'dark' }).expect(401);
    });

    it('change the password, which ends the other sessions and no longer opens the account', async () => {
      const email = 'vaihtaja@havukka.example';
      const here = await app.signIn(admin, { email });
      const cookie = await logIn(email);
      const there = () => supertest(app.app.getHttpServer()).get('/api/v1/me').set('Cookie', cookie);
      await there().expect(200);
      await here.put('/me/password', { currentPassword: password, newPassword }).expect(204);
      await here.get('/me').expect(200);
      await eventually(() => there().expect(401));
      await logIn(email, password, 401);
      await logIn(email, newPassword);
    });

    it('need the current password for that, and cannot guess it', async () => {
      const here = await app.signIn(admin);
      const attempt = (currentPassword: string, to = newPassword) =>
        here.put('/me/password', { currentPassword, newPassword: to }).set('X-Forwarded-For', '192.0.2.44');
      const { body } = await attempt('jotain ihan muuta').expect(400);
      expect(body.fields[0]).toMatchObject({ field: 'currentPassword', code: 'wrong_password' });
      expect((await attempt(password, 'password1234').expect(400)).body.fields[0].code).toBe(
        'common_password',
      );
      for (let i = 0; i < 5; i++) await attempt('jotain ihan muuta').expect(400);
      await attempt(password).expect(429);
      await app.stranger.put('/me/password', { currentPassword: password, newPassword }).expect(401);
    });
  });

  describe('in several processes', () => {
    let second: TestApp;
    beforeAll(async () => (second = await createTestApp({ database: app.database })));
    afterAll(() => second.close());

    /** The same login as seen by the second process. */
    const there = (cookie: string) =>
      supertest(second.app.getHttpServer()).get('/api/v1/me').set('Cookie', cookie);

    it('are signed in in all of them, and out of all within the second', async () => {
      const id = await idOf(await app.signIn(admin, { email: 'kaksi@havukka.example' }));
      const cookie = await logIn('kaksi@havukka.example');
      for (let i = 0; i < 3; i++) await there(cookie).expect(200);
      await admin.patch(`/users/${id}`, { active: false }).expect(200);
      await eventually(() => there(cookie).expect(401));
    });

    it('lose a role in all of them within the second', async () => {
      const id = await idOf(await app.signIn(admin, { email: 'kolme@havukka.example', roles: ['admin'] }));
      const cookie = await logIn('kolme@havukka.example');
      const change = () =>
        supertest(second.app.getHttpServer()).patch('/api/v1/controller').set('Cookie', cookie).send({});
      await change().expect(200);
      await admin.patch(`/users/${id}`, { roles: ['salesperson'] }).expect(200);
      await eventually(() => change().expect(403));
    });
  });
});
