import {
  addressesOf,
  createTestApp,
  password,
  setupToken,
  startMailServer,
  purge,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import supertest from 'supertest';

const chosen = 'kuha viihtyy illalla';
const day = 24 * 60 * 60 * 1000;

describe('invitations', () => {
  let server: MailServer;
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  let now = Date.now();
  let count = 0;

  const body = (fields: object = {}) => ({
    name: 'Vieno Uusi',
    email: `vieno${++count}@havukka.example`,
    roles: ['salesperson'],
    language: 'fi',
    ...fields,
  });
  /** The tokens that were mailed to the address, oldest first; waits for the last of `letters`. */
  const tokensFor = async (email: string, letters = 1): Promise<string[]> => {
    const theirs = () => server.received.filter(({ mail }) => addressesOf(mail).includes(email));
    for (let i = 0; theirs().length < letters && i < 300; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return theirs().map(({ mail }) => /\/invitation#([\w-]{43})$/m.exec(mail.text ?? '')?.[1] ?? 'none');
  };
  const invite = async (fields: object = {}) => {
    const { body: invitation } = await admin.post('/invitations', body(fields)).expect(201);
    const [token = ''] = await tokensFor(invitation.email);
    return { invitation, token };
  };
  /** Somebody with a browser of their own. */
  const post = (path: string, given: object) =>
    supertest(app.app.getHttpServer()).post(`/api/v1${path}`).send(given);
  const accept = (token: string, given = chosen) =>
    post('/invitation-acceptances', { token, password: given });

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail, clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  it('bring a personal account whose password only its owner ever knew (P10)', async () => {
    const endsAt = new Date(now + 90 * day).toISOString();
    const wanted = body({
      roles: ['salesperson', 'support'],
      duty: 'Kenttämyynti',
      reason: 'Kesätyö',
      endsAt,
    });
    const { body: invitation } = await admin.post('/invitations', wanted).expect(201);
    expect(invitation).toMatchObject({
      ...wanted,
      status: 'open',
      teamIds: [],
      invitedBy: { name: 'Aino Testaaja' },
      expiresAt: new Date(now + 7 * day).toISOString(),
      userId: null,
    });
    expect(JSON.stringify(invitation)).not.toMatch(/token|password/i);
    const [token = ''] = await tokensFor(wanted.email);
    const answer = await accept(token).expect(201);
    expect(answer.body).toMatchObject({
      name: 'Vieno Uusi',
      email: wanted.email,
      undertakingAccepted: false,
    });
    expect(answer.body.roles.sort()).toEqual(['salesperson', 'support']);
    expect(answer.get('Set-Cookie')?.join()).toMatch(/seloste_session=[\w-]{43}; .*HttpOnly/);
    await post('/sessions', { email: wanted.email, password: chosen }).expect(201);
    const grants = await app.rows(
      `SELECT g.role, g.reason, g.ends_at, b.email AS by, u.duty FROM role_grants g JOIN users u ON u.id = g.user_id
       JOIN users b ON b.id = g.granted_by WHERE u.email = $1 ORDER BY g.role`,
      [wanted.email],
    );
    expect(grants).toEqual(
      ['salesperson', 'support'].map((role) => ({
        role,
        reason: 'Kesätyö',
        ends_at: new Date(endsAt),
        by: 'aino@havukka.example',
        duty: 'Kenttämyynti',
      })),
    );
    const { body: list } = await admin.get('/invitations').expect(200);
    expect(list.items[0]).toMatchObject({ id: invitation.id, status: 'accepted', userId: answer.body.id });
  });

  it('are on record, from the letter to the acceptance, without a name or an address', async () => {
    const { invitation, token } = await invite();
    const { body: me } = await accept(token).expect(201);
    const events = await app.rows(
      `SELECT action, actor_kind, actor_id, fields FROM audit_events WHERE subject_id IN ($1, $2) ORDER BY id`,
      [invitation.id, me.id],
    );
    const adminId = (await admin.get('/me')).body.id;
    expect(events).toEqual([
      { action: 'invitation.create', actor_kind: 'user', actor_id: adminId, fields: ['salesperson'] },
      expect.objectContaining({ action: 'user.create', actor_id: adminId }),
      { action: 'invitation.accept', actor_kind: 'user', actor_id: me.id, fields: [] },
    ]);
  });

  it.each([
    ['fi', 'Kutsu Selosteen käyttäjäksi – Havukka Palvelut Oy', 'Aino Testaaja kutsuu sinut'],
    ['sv', 'Inbjudan att använda Seloste – Havukka Palvelut Oy', 'Aino Testaaja bjuder in dig'],
    ['en', 'Invitation to use Seloste – Havukka Palvelut Oy', 'Aino Testaaja invites you'],
  ])('are written in %s to whom reads it', async (language, subject, words) => {
    const { invitation } = await invite({ language });
    const mail = await server.waitFor((one) => addressesOf(one).includes(invitation.email));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);
  });

  it('are looked at without being used up, by a token in the body', async () => {
    const { invitation, token } = await invite();
    for (let i = 0; i < 2; i++) {
      const { body: shown } = await post('/invitation-look-ups', { token }).expect(200);
      expect(shown).toEqual({
        name: 'Vieno Uusi',
        email: invitation.email,
        language: 'fi',
        inviter: 'Aino Testaaja',
        company: 'Havukka Palvelut Oy',
        expiresAt: invitation.expiresAt,
      });
    }
    await supertest(app.app.getHttpServer()).get(`/api/v1/invitation-look-ups/${token}`).expect(404);
    await accept(token).expect(201);
  });

  it('keep nothing in the database that opens them', async () => {
    const { invitation, token } = await invite();
    const [row] = await app.rows('SELECT * FROM invitations WHERE id = $1', [invitation.id]);
    const [mail] = await app.rows('SELECT * FROM mail_messages WHERE about_id = $1', [invitation.id]);
    const jobs = await app.rows('SELECT * FROM pgboss.job');
    expect(JSON.stringify([row, mail, jobs])).not.toContain(token);
  });

  it('end with an hour too many, a revocation, a second letter or their first use', async () => {
    const used = await invite();
    await accept(used.token).expect(201);
    const late = await invite();
    const revoked = await invite();
    await admin.delete(`/invitations/${revoked.invitation.id}`).expect(204);
    await admin.delete(`/invitations/${revoked.invitation.id}`).expect(204);
    const twice = await invite();
    await admin.post(`/invitations/${twice.invitation.id}/letters`).expect(201);
    const [, second = ''] = await tokensFor(twice.invitation.email, 2);
    expect(second).not.toBe(twice.token);
    for (const token of [used.token, revoked.token, twice.token, 'A'.repeat(43)]) {
      expect((await accept(token).expect(404)).body.code).toBe('link_is_over');
      expect((await post('/invitation-look-ups', { token }).expect(404)).body.code).toBe('link_is_over');
    }
    await accept(second).expect(201);
    now += 7 * day;
    await accept(late.token).expect(404);
    const { body: list } = await (await relogin()).get('/invitations').expect(200);
    const statuses = Object.fromEntries(list.items.map((one: { id: string }) => [one.id, one]));
    expect(statuses[late.invitation.id].status).toBe('expired');
    expect(statuses[revoked.invitation.id].status).toBe('revoked');
    for (const { id } of [used.invitation, revoked.invitation])
      expect((await admin.post(`/invitations/${id}/letters`).expect(409)).body.code).toBe(
        'invitation_is_over',
      );
    expect((await admin.delete(`/invitations/${used.invitation.id}`).expect(409)).body.code).toBe(
      'invitation_is_over',
    );
    // An invitation that ran out makes room for the next.
    await admin.post('/invitations', body({ email: late.invitation.email })).expect(201);
  });

  /** The administrator proves anew who they are, after the clock was moved. */
  const relogin = async () => {
    await admin.post('/sessions', { email: 'aino@havukka.example', password }).expect(201);
    return admin;
  };

  it('make one account when they are accepted twice at the same moment', async () => {
    const { invitation, token } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect(await app.rows('SELECT 1 FROM users WHERE email = $1', [invitation.email])).toHaveLength(1);
  });

  it('survive a password that is refused', async () => {
    const { invitation, token } = await invite();
    const codeOf = async (given: string) => (await accept(token, given).expect(400)).body.fields[0].code;
    expect(await codeOf('salasana1234')).toBe('common_password');
    expect(await codeOf(`${invitation.email}`)).toBe('personal_password');
    await accept(token, 'lyhyt').expect(400);
    await accept(token).expect(201);
  });

  it('are worth nothing when whoever invited may not invite any more (K5)', async () => {
    const other = await app.signIn(admin, { roles: ['admin'] });
    const { body: invitation } = await other.post('/invitations', body()).expect(201);
    const [token = ''] = await tokensFor(invitation.email);
    const { id } = (await other.get('/me')).body;
    await admin.patch(`/users/${id}`, { active: false }).expect(200);
    await accept(token).expect(404);
    await admin.patch(`/users/${id}`, { active: true, roles: ['admin'] }).expect(200);
    await accept(token).expect(201);
  });

  it('put people into the teams that they name', async () => {
    const [team] = await app.rows<{ id: string }>(
      `INSERT INTO teams (id, name, created_at, updated_at) VALUES (gen_random_uuid(), 'Pohjoinen', now(), now()) RETURNING id`,
    );
    const { invitation, token } = await invite({ teamIds: [team?.id] });
    await accept(token).expect(201);
    const teams = await app.rows(
      `SELECT t.name FROM team_members m JOIN teams t ON t.id = m.team_id JOIN users u ON u.id = m.user_id
       WHERE u.email = $1 AND m.left_at IS NULL`,
      [invitation.email],
    );
    expect(teams).toEqual([{ name: 'Pohjoinen' }]);
    const unknown = await admin.post('/invitations', body({ teamIds: [invitation.id] })).expect(400);
    expect(unknown.body.fields[0]).toMatchObject({ code: 'unknown_team' });
  });

  it('put people into no team when those that they name were dissolved meanwhile', async () => {
    const { body: team } = await admin.post('/teams', { name: 'Lakkautettava' }).expect(201);
    const { invitation, token } = await invite({ teamIds: [team.id] });
    await admin.delete(`/teams/${team.id}`).expect(204);
    await accept(token).expect(201);
    const memberships = await app.rows(
      'SELECT m.team_id FROM users u LEFT JOIN team_members m ON m.user_id = u.id WHERE u.email = $1',
      [invitation.email],
    );
    expect(memberships).toEqual([{ team_id: null }]);
  });

  it.each(['info@havukka.example', 'kundtjänst@havukka.example', 'sales@havukka.example'])(
    'are refused for %s: an account belongs to one person (GDPR 29, 32(4))',
    async (email) => {
      const answer = await admin.post('/invitations', body({ email })).expect(400);
      expect(answer.body.fields).toEqual([
        expect.objectContaining({ field: 'email', code: 'shared_address' }),
      ]);
      const direct = { name: 'Yhteinen', email, password, roles: ['salesperson'], language: 'fi' };
      expect((await admin.post('/users', direct).expect(400)).body.fields[0].code).toBe('shared_address');
    },
  );

  it('are not needed by the first administrator, whose account is personal, too', async () => {
    const fresh = await createTestApp();
    const admin = { name: 'Aino', email: 'toimisto@havukka.example', password };
    const controller = { name: 'Havukka Oy', language: 'fi' };
    const answer = await fresh.stranger.post('/setup', { token: setupToken, controller, admin }).expect(400);
    expect(answer.body.fields[0]).toMatchObject({ field: 'admin.email', code: 'shared_address' });
    await fresh.close();
  });

  it('let somebody from outside in for a set time', async () => {
    const outside = { kind: 'outside', roles: ['support'] };
    for (const endsAt of [undefined, new Date(now + 31 * day).toISOString()]) {
      const answer = await admin.post('/invitations', body({ ...outside, endsAt })).expect(400);
      expect(answer.body.fields[0]).toMatchObject({ field: 'endsAt', code: 'time_boxed' });
    }
    const endsAt = new Date(now + day).toISOString();
    const { invitation, token } = await invite({ ...outside, endsAt });
    expect(invitation).toMatchObject({ kind: 'outside', reason: 'invited', endsAt });
    const late = await invite({ ...outside, endsAt });
    await accept(token).expect(201);
    const [user] = await app.rows('SELECT kind FROM users WHERE email = $1', [invitation.email]);
    expect(user).toEqual({ kind: 'outside' });
    now += day;
    await accept(late.token).expect(404);
    await relogin();
  });

  it('are refused for an address that has an account or an open invitation', async () => {
    const taken = await admin.post('/invitations', body({ email: 'aino@havukka.example' })).expect(409);
    expect(taken.body.code).toBe('email_taken');
    const { invitation } = await invite();
    const again = await admin.post('/invitations', body({ email: invitation.email })).expect(409);
    expect(again.body.code).toBe('already_invited');
  });

  it('meet an account that was made in the meantime with 409', async () => {
    const { invitation, token } = await invite();
    const { email } = invitation;
    await admin.post('/users', { name: 'Toinen', email, password, roles: ['salesperson'], language: 'fi' });
    expect((await accept(token).expect(409)).body.code).toBe('email_taken');
  });

  it('are written by those who manage users alone', async () => {
    const { invitation } = await invite();
    const calls = (caller: Caller) => [
      caller.get('/invitations'),
      caller.post('/invitations', body()),
      caller.post(`/invitations/${invitation.id}/letters`),
      caller.delete(`/invitations/${invitation.id}`),
    ];
    for (const call of calls(app.stranger)) await call.expect(401);
    salesperson = await app.signIn(admin);
    for (const call of calls(salesperson)) expect((await call.expect(403)).body.code).toBe('forbidden');
    const nobodys = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
    await admin.post(`/invitations/${nobodys}/letters`).expect(404);
    await admin.delete(`/invitations/${nobodys}`).expect(404);
  });

  it.each([
    [{ name: '' }],
    [{ email: 'vieno' }],
    [{ roles: [] }],
    [{ roles: ['owner'] }],
    [{ language: 'de' }],
    [{ endsAt: '2020-01-01T00:00:00Z' }],
    [{ password }],
  ])('are refused with %j', async (fields) => {
    await admin.post('/invitations', body(fields)).expect(400);
  });

  it('ask whoever writes one to prove who they are, after ten minutes', async () => {
    now += 11 * 60 * 1000;
    expect((await admin.post('/invitations', body()).expect(403)).body.code).toBe(
      'reauthentication_required',
    );
    await relogin();
  });

  it('are forgotten thirty days after they are over, and people who never joined with them', async () => {
    const { invitation } = await invite();
    now += 36 * day;
    await purge(app, 'technical_data', new Date(0));
    expect(await app.rows('SELECT 1 FROM invitations WHERE id = $1', [invitation.id])).toHaveLength(1);
    now += 2 * day;
    await purge(app, 'technical_data', new Date(0));
    expect(await app.rows('SELECT 1 FROM invitations WHERE id = $1', [invitation.id])).toEqual([]);
  });
});
