import { roles, type Role } from '@seloste/kernel';
import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import { openApiOf } from '../apps/api/src/openapi.js';
import { columns, matrix } from './access/matrix.js';
import { routesOf, type Route } from './access/routes.js';

/** Of a record that is not there: whoever may come in gets a 404 or a 400 and changes nothing. */
const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
const day = 24 * 60 * 60 * 1000;
let now = Date.now();

interface Answer {
  status: number;
  code: string | undefined;
}

describe('every route × every role, against the written matrix (C5, K5, K6, P10, V11)', () => {
  let app: TestApp;
  let admin: Caller;
  let routes: Route[];
  const callers = new Map<Role, Caller>();
  let users = 0;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    routes = routesOf(openApiOf(app.app));
    for (const role of roles) callers.set(role, await signIn(role));
  });
  afterAll(() => app.close());

  const signIn = (role: Role): Promise<Caller> =>
    app.signIn(admin, { roles: [role], email: `matrix${++users}@havukka.example` });

  const ask = async (caller: Caller, { method, path }: Route): Promise<Answer> => {
    const url = `/api/v1${path.replace(/\{\w+\}/g, nowhere)}`;
    const { status, body } = await caller.agent[method](url).send(method === 'get' ? undefined : {});
    return { status, code: (body as { code?: string }).code };
  };
  const isClosed = ({ status, code }: Answer): boolean =>
    status === 401 || (status === 403 && code === 'forbidden');

  it('names every route, and none that is gone', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(matrix).sort());
    expect([...columns].sort()).toEqual([...roles].sort());
    expect(columns).toHaveLength(8);
  });

  it.each(roles.map((role) => [role]))(
    'opens to a user who is %s what is written, and nothing else',
    async (role) => {
      const wrong: string[] = [];
      for (const route of routes) {
        const answer = await ask(callers.get(role) as Caller, route);
        const written = matrix[route.name] ?? '';
        const may = written === 'public' || (written[columns.indexOf(role)] ?? '.') !== '.';
        if (may === isClosed(answer) && !isAboutItself(route)) wrong.push(`${route.name} ${answer.status}`);
        if (answer.status >= 500) wrong.push(`${route.name} ${answer.status}`);
        if ((await callers.get(role)?.get('/me'))?.status === 401) callers.set(role, await signIn(role));
      }
      expect(wrong).toEqual([]);
    },
  );

  /** A login that is refused answers 401 to whoever tries it. */
  const isAboutItself = ({ name }: Route): boolean =>
    ['POST /sessions', 'POST /oidc/{provider}/sessions'].includes(name);

  const wronglyOpen = async (caller: Caller, isRefusal: (answer: Answer) => boolean): Promise<string[]> => {
    const open: string[] = [];
    for (const route of routes) {
      if (matrix[route.name] === 'public') continue;
      const answer = await ask(caller, route);
      if (!isRefusal(answer)) open.push(`${route.name} ${answer.status}`);
    }
    return open;
  };

  it('opens nothing to a stranger but the public doors', async () => {
    expect(await wronglyOpen(app.stranger, ({ status }) => status === 401)).toEqual([]);
  });

  it('opens nothing to somebody who has not promised confidentiality but what shows no person (C5, K5)', async () => {
    const caller = await app.signIn(admin, {
      roles: ['privacy_officer', 'sales_manager'],
      email: 'silent@havukka.example',
      hasUndertaken: false,
    });
    const isAboutPeople =
      /^\/(contacts|companies|interactions|imports|industries|search|today|restrictions|exports|segments|mailings|sequences|templates|stop-replies|notice-\w+)(\/|$)/;
    const shown: string[] = [];
    for (const route of routes.filter(({ path }) => isAboutPeople.test(path))) {
      const answer = await ask(caller, route);
      if (answer.code !== 'undertaking_required') shown.push(`${route.name} ${answer.status}`);
    }
    expect(shown).toEqual([]);
  });

  it('opens nothing but the own account to a user whose grants have lapsed, in the same second (K5)', async () => {
    const email = 'lapsed@havukka.example';
    const caller = await app.signIn(admin, { roles: ['sales_manager'], email });
    await caller.get('/contacts').expect(200);
    await app.rows(
      `UPDATE role_grants SET ends_at = $1 WHERE user_id = (SELECT id FROM users WHERE email = $2)`,
      [new Date(now + 60_000), email],
    );
    await caller.get('/contacts').expect(200);
    now += 61_000;
    await caller.get('/me').expect(200);
    const open: string[] = [];
    for (const route of routes) {
      const written = matrix[route.name] ?? '';
      if (written === 'public' || !written.includes('.')) continue;
      const { status, code } = await ask(caller, route);
      if (status !== 403 || code !== 'forbidden') open.push(`${route.name} ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('opens nothing to a session that has run out or whose user was deactivated', async () => {
    const email = 'gone@havukka.example';
    const caller = await app.signIn(admin, { roles: ['sales_manager', 'admin', 'privacy_officer'], email });
    const { body: me } = await caller.get('/me').expect(200);
    await admin.post('/sessions', { email: 'aino@havukka.example', password }).expect(201);
    await admin.patch(`/users/${me.id}`, { active: false }).expect(200);
    expect(await wronglyOpen(caller, ({ status }) => status === 401)).toEqual([]);
    const old = await signIn('sales_manager');
    now += 31 * day;
    expect(await wronglyOpen(old, ({ status }) => status === 401)).toEqual([]);
  });
});
