import type { Role } from '@seloste/kernel';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { openApiOf } from '../apps/api/src/openapi.js';
import { routesOf, type Route } from './access/routes.js';
import { putIntoTeam } from './support/teams.js';

/** What belongs to somebody of another team, by the noun of the path that takes its id. */
type Ids = Record<string, string>;

/** Paths whose ids are not of people or of what tells of them: colleagues, settings and the like. */
const notOfPeople =
  /^\/(users|grants|invitations|me|sessions|api-tokens|oidc|security-settings|webhooks|mailbox|teams|access-review|templates|segments|mailings|sequences|retention)/;

/** Bodies with which the route would do its work, if the id were the caller's. */
const bodies: Record<string, object> = {
  'PATCH /contacts/{id}': { title: 'x' },
  'PATCH /companies/{id}': { phone: '+358401234567' },
  'PATCH /interactions/{id}': { subject: 'x' },
  'PUT /imports/{id}/mapping': {
    columns: [{ index: 0, target: 'contact.firstName' }],
    source: { kind: 'company', what: 'x' },
  },
  'PUT /exports/{id}/approval': { decision: 'approve' },
  'POST /contacts/{id}/objections': { channel: 'email', purpose: 'all' },
  'POST /companies/{id}/objections': { channel: 'email', purpose: 'all' },
  'POST /companies/{id}/objections/{objectionId}/withdrawal': { toldBy: 'x' },
  'POST /contacts/{id}/consents': {
    ...{ channel: 'email', purpose: 'newsletter', wording: 'x', language: 'fi', obtainedVia: 'phone' },
  },
  'POST /contacts/{id}/sale-references': {
    ...{ reference: 'x', product: 'x', soldOn: '2026-01-01', optOutOfferedOn: '2026-01-01' },
  },
  'POST /contacts/{id}/holds': { ground: 'dispute', reason: 'x', until: '2100-01-01' },
  'POST /companies/{id}/holds': { ground: 'dispute', reason: 'x', until: '2100-01-01' },
  'POST /contacts/{id}/retention-extensions': { basis: 'contract', reason: 'x', until: '2100-01-01' },
  'POST /holds/{id}/release': { reason: 'x' },
  'POST /holds/{id}/reviews': { note: 'x', reviewOn: '2100-01-01' },
  'POST /contacts/{id}/retention-reviews': { ground: 'prospects', note: 'x' },
  'POST /contacts/{id}/messages': { purpose: 'service', subject: 'x', body: 'x' },
  'POST /contacts/{id}/sequence-starts': { trigger: 'signed_up' },
  'POST /notice-duties/{id}/discharge': { via: 'told_in_person' },
  'POST /stop-replies/{id}/decision': { objects: true },
};

/** What else the path of a route holds. */
const others: Record<string, string> = { channel: 'email', purpose: 'direct_marketing' };

describe('ids of another team’s people, on every route that takes an id (C5, V11)', () => {
  let app: TestApp;
  let admin: Caller;
  let ids: Ids;
  let routes: Route[];

  const make = async (caller: Caller, path: string, body: object) =>
    (await caller.post(path, body).expect(201)).body.id as string;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    const owner = await app.signIn(admin, { name: 'Omistaja' });
    await putIntoTeam(app, owner, 'South');
    // A sole trader is a person; other companies are open to every salesperson.
    const companies = await make(owner, '/companies', aCompany({ legalForm: 'sole_trader' }));
    const contacts = await make(
      owner,
      '/contacts',
      aContact({ companyId: companies, sources: [{ kind: 'public_register' }] }),
    );
    const [duty] = await app.rows<{ id: string }>('SELECT id FROM notice_duties WHERE contact_id = $1', [
      contacts,
    ]);
    const upload = await owner.agent
      .post('/api/v1/imports')
      .attach('file', Buffer.from('Etunimi;Sukunimi\nAku;Ankka\n'), 'lista.csv')
      .expect(201);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    ids = {
      companies,
      contacts,
      interactions: await make(owner, '/interactions', anInteraction({ contactIds: [contacts] })),
      imports: upload.body.id,
      exports: await make(owner, '/exports', { kind: 'contacts', purpose: 'x', expiresAt }),
      'notice-duties': duty?.id ?? '',
      holds: contacts, // no role of these manages holds, whatever the id
      erasures: contacts, // no role of these erases or reads erasures, whatever the id
      'subject-requests': contacts, // no role of these reads requests, whatever the id
      packages: contacts, // no role of these reads packages, whatever the id
      breaches: contacts, // no role of these reads breaches, whatever the id
      'stop-replies': contacts, // no role of these reads replies, whatever the id
    };
    routes = routesOf(openApiOf(app.app)).filter(
      ({ path }) => path.includes('{id}') && !notOfPeople.test(path),
    );
  });
  afterAll(() => app.close());

  it('knows the noun of every such route', () => {
    const nouns = [...new Set(routes.map(({ path }) => path.split('/')[1]))];
    expect(nouns.sort()).toEqual(Object.keys(ids).sort());
    expect(routes.length).toBeGreaterThan(25);
  });

  it.each<[Role]>([['salesperson'], ['support']])('are a 404 for a %s, and nothing changes', async (role) => {
    const stranger = await app.signIn(admin, { roles: [role] });
    await putIntoTeam(app, stranger, 'North');
    const before = await state();
    const told: string[] = [];
    for (const { name, method, path } of routes) {
      const id = ids[path.split('/')[1] ?? ''] ?? '';
      const url = `/api/v1${path.replace('{id}', id).replace(/\{(\w+)\}/g, (_, name: string) => others[name] ?? id)}`;
      const { status, body } = await stranger.agent[method](url).send(
        bodies[name] ?? (method === 'get' ? undefined : {}),
      );
      // Where the role may never, it hears so whatever the id.
      const mayNever = status === 403 && (body as { code: string }).code === 'forbidden';
      if (status !== 404 && !mayNever) told.push(`${name} ${status}`);
    }
    expect(told).toEqual([]);
    expect(await state()).toEqual(before);
  });

  it('are unknown to filters and to bodies that name them', async () => {
    const stranger = await app.signIn(admin);
    await putIntoTeam(app, stranger, 'North');
    for (const [path, list] of [
      [`/contacts?companyId=${ids.companies}`, 'items'],
      [`/interactions?contactId=${ids.contacts}`, 'items'],
      [`/interactions?companyId=${ids.companies}`, 'items'],
    ] as const)
      expect((await stranger.get(path).expect(200)).body[list]).toEqual([]);
    await stranger.post('/contacts', aContact({ companyId: ids.companies })).expect(400);
    await stranger.post('/interactions', anInteraction({ contactIds: [ids.contacts] })).expect(400);
    await stranger.post('/interactions', anInteraction({ companyId: ids.companies })).expect(400);
  });

  const state = async (): Promise<unknown[]> =>
    Promise.all(
      ['contacts', 'companies', 'interactions', 'imports', 'restrictions', 'objections', 'consents'].map(
        (table) => app.rows(`SELECT * FROM ${table} ORDER BY id`),
      ),
    );
});
