import { AccessUpkeep } from '@seloste/identity';
import { createTestApp, eventually, type Caller, type TestApp } from '@seloste/testing';

const day = 24 * 60 * 60_000;
const unknown = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

interface Item {
  id: string;
  user: { id: string; name: string };
  reviewer: { name: string };
  role: string;
  state: string;
  canAnswer: boolean;
}

describe('a review of access', () => {
  let app: TestApp;
  let admin: Caller;
  let manager: Caller;
  let salesperson: Caller;
  let now: number;
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  const reviews = async (caller = admin) => (await caller.get('/access-reviews').expect(200)).body.items;
  const items = async (caller = admin): Promise<Item[]> => {
    const [{ id }] = await reviews(caller);
    return (await caller.get(`/access-reviews/${id}/items`).expect(200)).body.items;
  };
  const answer = (caller: Caller, id: string | undefined, decision: string) =>
    caller.put(`/access-review-items/${id ?? ''}/answer`, { decision });
  const mails = (template: string) =>
    app.rows(
      `SELECT u.name FROM mail_messages m JOIN users u ON u.id = m.user_id WHERE template = $1 ORDER BY u.name`,
      [template],
    );
  const upkeep = () => app.app.get(AccessUpkeep).run();
  const lastEvents = (count: number) =>
    app.rows(
      `SELECT action, actor_kind, fields FROM audit_events WHERE class = 'decision' ORDER BY id DESC LIMIT ${count}`,
    );
  /** Whoever is signed in stays so however far the clock is moved. */
  const moveTo = async (time: string | number) => {
    now = new Date(time).getTime();
    await app.rows('UPDATE sessions SET proved_at = $1, seen_at = $1, expires_at = $2', [
      new Date(now),
      new Date(now + 9 * day),
    ]);
    await eventually(() => admin.delete(`/grants/${unknown}`).send({ reason: 'x' }).expect(404));
  };

  beforeEach(async () => {
    now = new Date('2026-11-23T09:00:00Z').getTime();
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    manager = await app.signIn(admin, { name: 'Päällikkö', roles: ['sales_manager'] });
    salesperson = await app.signIn(admin, { name: 'Myyjä' });
    const { body: teams } = await admin.get('/teams').expect(200);
    await admin.patch(`/teams/${teams.items[0].id}`, { managerId: await idOf(manager) }).expect(200);
  });
  afterEach(() => app.close());

  it('begins with every quarter but the first, once for all processes, and asks each grant’s reviewer by mail', async () => {
    await upkeep();
    expect(await reviews()).toEqual([]);
    await moveTo('2026-12-31T22:30:00Z'); // the new year has begun in Helsinki
    const second = await createTestApp({ database: app.database, clock: { now: () => new Date(now) } });
    await Promise.all([upkeep(), second.app.get(AccessUpkeep).run()]);
    await second.close();
    expect(await reviews()).toEqual([
      expect.objectContaining({ quarter: '2027-Q1', itemCount: 5, unansweredCount: 5, closedAt: null }),
    ]);
    const asked = (await items()).map(({ user, role, reviewer }) => `${user.name} ${role}: ${reviewer.name}`);
    expect(asked.sort()).toEqual([
      'Aino Testaaja admin: Päällikkö',
      'Aino Testaaja privacy_officer: Päällikkö',
      'Aino Testaaja sales_manager: Päällikkö',
      'Myyjä salesperson: Päällikkö',
      'Päällikkö sales_manager: Aino Testaaja',
    ]);
    expect(await mails('access_review')).toEqual([{ name: 'Aino Testaaja' }, { name: 'Päällikkö' }]);
    expect(await lastEvents(1)).toEqual([
      { action: 'access_review.create', actor_kind: 'system', fields: [] },
    ]);
  });

  it('is opened by hand by administrators alone, one at a time', async () => {
    await salesperson.post('/access-reviews').expect(403);
    await manager.post('/access-reviews').expect(403);
    await app.stranger.post('/access-reviews').expect(401);
    const both = await Promise.all([admin.post('/access-reviews'), admin.post('/access-reviews')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 201)?.body).toMatchObject({
      quarter: null,
      dueAt: new Date(now + 21 * day).toISOString(),
      unansweredCount: 5,
    });
  });

  it('shows reviewers what they are asked, administrators everything, and others nothing', async () => {
    await admin.post('/access-reviews').expect(201);
    const [review] = await reviews();
    expect(await items()).toHaveLength(5);
    expect(await items(manager)).toHaveLength(4);
    await salesperson.get('/access-reviews').expect(403);
    await salesperson.get(`/access-reviews/${review.id}/items`).expect(403);
    await app.stranger.get('/access-reviews').expect(401);
    const other = await app.signIn(admin, { roles: ['sales_manager'] });
    expect(await reviews(other)).toEqual([]);
    await other.get(`/access-reviews/${review.id}/items`).expect(404);
    await admin.get(`/access-reviews/${unknown}/items`).expect(404);
  });

  it('is answered with one click: kept, or removed at once', async () => {
    await admin.post('/access-reviews').expect(201);
    const about = (name: string, role: string, all: Item[]) =>
      all.find((item) => item.user.name === name && item.role === role);
    const holder = await idOf(salesperson);
    const sales = about('Myyjä', 'salesperson', await items(manager));
    expect(sales).toMatchObject({ state: 'open', canAnswer: true });
    expect((await answer(manager, sales?.id, 'keep').expect(200)).body).toMatchObject({ state: 'keep' });
    expect(await lastEvents(1)).toEqual([
      { action: 'access_review.answer', actor_kind: 'user', fields: ['keep'] },
    ]);
    await salesperson.get('/contacts').expect(200);
    expect((await answer(manager, sales?.id, 'remove').expect(200)).body).toMatchObject({ state: 'remove' });
    await salesperson.get('/contacts').expect(403);
    expect((await answer(manager, sales?.id, 'keep').expect(409)).body.code).toBe('grant_over');
    const grants = (await admin.get(`/users/${holder}/grants`).expect(200)).body.items;
    expect(grants[0]).toMatchObject({
      state: 'ended',
      endReason: 'review_removed',
      endedBy: { name: 'Päällikkö' },
    });
    await answer(salesperson, sales?.id, 'keep').expect(403);
    await answer(manager, unknown, 'keep').expect(404);
    await answer(manager, sales?.id, 'maybe').expect(400);
    const own = about('Päällikkö', 'sales_manager', await items());
    await answer(manager, own?.id, 'keep').expect(404);
    const admins = about('Aino Testaaja', 'admin', await items());
    expect(admins?.canAnswer).toBe(false);
    await answer(admin, admins?.id, 'keep').expect(403);
    expect((await answer(manager, admins?.id, 'remove').expect(409)).body.code).toBe('last_admin');
  });

  it('is answered for many at once, all or none, and is over when nothing is left', async () => {
    const { body: review } = await admin.post('/access-reviews').expect(201);
    const bulk = (caller: Caller, of: Item[], decision: string, id = review.id) =>
      caller.put(`/access-reviews/${id}/answers`, {
        answers: of.map((item) => ({ itemId: item.id, decision })),
      });
    const mine = await items(manager);
    expect((await bulk(manager, mine, 'remove').expect(409)).body.code).toBe('last_admin');
    expect((await items(manager)).every(({ state }) => state === 'open')).toBe(true);
    await bulk(manager, await items(), 'keep').expect(404);
    await bulk(manager, mine, 'keep', unknown).expect(404);
    await bulk(manager, [], 'keep').expect(400);
    const { body } = await bulk(manager, mine, 'keep').expect(200);
    expect(body.items.map(({ state }: Item) => state)).toEqual(['keep', 'keep', 'keep', 'keep']);
    const rest = (await items()).filter(({ state }) => state === 'open');
    await bulk(admin, rest, 'keep').expect(200);
    await upkeep();
    expect((await reviews())[0]).toMatchObject({ unansweredCount: 0, closedAt: expect.any(String) });
  });

  it('warns a week before its end; what nobody answered lapses, and the company keeps an administrator', async () => {
    const opened = now;
    await admin.post('/access-reviews').expect(201);
    await moveTo(opened + 13 * day);
    await upkeep();
    expect(await mails('access_review_warning')).toEqual([]);
    await moveTo(opened + 14 * day);
    await upkeep();
    await upkeep();
    expect(await mails('access_review_warning')).toEqual([{ name: 'Aino Testaaja' }, { name: 'Päällikkö' }]);
    await salesperson.get('/contacts').expect(200);
    await moveTo(opened + 21 * day);
    await upkeep();
    await salesperson.get('/contacts').expect(403);
    const states = Object.fromEntries(
      (await items()).map(({ user, role, state }) => [`${user.name} ${role}`, state]),
    );
    expect(states).toEqual({
      'Aino Testaaja admin': 'open',
      'Aino Testaaja privacy_officer': 'lapsed',
      'Aino Testaaja sales_manager': 'lapsed',
      'Myyjä salesperson': 'lapsed',
      'Päällikkö sales_manager': 'lapsed',
    });
    expect((await reviews())[0]).toMatchObject({ alarmedCount: 1, closedAt: null });
    expect(await app.rows(`SELECT ended_by, end_reason FROM role_grants WHERE role = 'salesperson'`)).toEqual(
      [{ ended_by: null, end_reason: 'review_unanswered' }],
    );
    expect(await app.rows(`SELECT 1 FROM audit_events WHERE action = 'access_review.alarm'`)).toHaveLength(1);
    await upkeep();
    expect(await app.rows(`SELECT 1 FROM audit_events WHERE action = 'access_review.alarm'`)).toHaveLength(1);
    // Nobody else may answer now: it has passed to the administrator, who answers and so ends the review.
    const [open] = (await items()).filter(({ state }) => state === 'open');
    expect(open).toMatchObject({ reviewer: { name: 'Aino Testaaja' }, canAnswer: true });
    await answer(admin, open?.id, 'keep').expect(200);
    await upkeep();
    expect((await reviews())[0]).toMatchObject({ alarmedCount: 0, closedAt: expect.any(String) });
  });

  it('passes to somebody else when a reviewer leaves', async () => {
    await app.signIn(admin, { name: 'Toinen', roles: ['sales_manager'] });
    await admin.post('/access-reviews').expect(201);
    await admin.patch(`/users/${await idOf(manager)}`, { active: false }).expect(200);
    await upkeep();
    const reviewers = (await items())
      .filter(({ state }) => state === 'open')
      .map(({ reviewer }) => reviewer.name);
    expect(new Set(reviewers)).toEqual(new Set(['Aino Testaaja', 'Toinen']));
  });

  it('has grants whose date has passed written off, on record', async () => {
    const id = await idOf(salesperson);
    const endsAt = new Date(now + day).toISOString();
    await admin.post(`/users/${id}/grants`, { role: 'auditor', reason: 'Audit', endsAt }).expect(201);
    now += day;
    await Promise.all([upkeep(), upkeep()]);
    expect(await lastEvents(1)).toEqual([
      { action: 'role_grant.lapse', actor_kind: 'system', fields: ['auditor'] },
    ]);
    expect(await app.rows(`SELECT 1 FROM audit_events WHERE action = 'role_grant.lapse'`)).toHaveLength(1);
  });
});
