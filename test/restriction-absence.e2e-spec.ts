import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { openApiOf } from '../apps/api/src/openapi.js';
import { acting, richRegister, telltale, type RichRegister } from './support/restricted-person.js';

/** Routes that tell of a person to somebody. A new one has to be entered here, and is tried from then on. */
const telling = [
  'GET /contacts',
  'GET /contacts/{id}',
  'GET /contacts/{id}/consents',
  'GET /contacts/{id}/messages',
  'GET /contacts/{id}/objections',
  'GET /contacts/{id}/sale-references',
  'GET /contacts/{id}/timeline',
  'GET /companies/{id}/timeline',
  'GET /interactions',
  'GET /interactions/{id}',
  'GET /interactions/{id}/revisions',
  'GET /mailings/{id}/audience',
  'GET /notice-duties',
  'GET /contacts/{id}/holds',
  'GET /contacts/{id}/retention-extensions',
  'GET /contacts/{id}/retention-reviews',
  'GET /holds',
  'GET /today',
  'GET /search',
  'GET /segments/{id}/people',
  'GET /imports',
  'GET /imports/{id}',
  'GET /imports/{id}/rows',
];

/** Routes about people, companies and what happened that show nobody else, each with the reason. They are tried as well. */
const silent: Record<string, string> = {
  'GET /companies': 'counts people, names none',
  'GET /companies/{id}': 'counts people, names none',
  'GET /companies/{id}/objections': 'a company’s own: names none of its people',
  'POST /companies/{id}/objections': 'answers with what it was given',
  'POST /companies/{id}/objections/{objectionId}/withdrawal': 'a company’s own: names none of its people',
  'POST /contacts/{id}/objections': 'answers with what it was given; tried by test/objections',
  'POST /contacts/{id}/consents': 'answers with what it was given; tried by test/consents',
  'POST /contacts/{id}/consents/{consentId}/confirmation-requests': 'answers with nothing',
  'POST /contacts/{id}/sale-references': 'answers with what it was given; tried by test/consents',
  'POST /notice-duties/{id}/discharge': 'tried by test/notices',
  'POST /notice-mailings': 'says how many, not whom; tried by test/notices',
  'GET /contacts/{id}/audit-events': 'ids of what is asked for',
  'GET /contacts/{id}/permissions': 'says what is allowed, not to whom',
  'GET /contacts/{id}/permissions/{channel}/{purpose}': 'says what is allowed, not to whom',
  'GET /contacts/{id}/restriction': 'asks for a reason first',
  'GET /restrictions': 'asks for a reason first',
  'GET /exports': 'says what for, not whom',
  'GET /system': 'numbers of the installation',
  'GET /exports/{id}': 'says what for, not whom',
  'GET /companies/{id}/holds': 'a company’s own: names none of its people',
  'POST /companies/{id}/holds': 'answers with what it was given',
  'POST /contacts/{id}/holds': 'answers with what it was given; tried by test/holds',
  'GET /retention/rules': 'rules name nobody; counts leave out the restricted',
  'GET /retention/rules/{id}': 'as the list',
  'POST /retention/rule-previews': 'names only whom row-level security shows',
  'POST /contacts/{id}/retention-reviews': 'answers with what it was given; tried by test/retention-clocks',
  'GET /retention/forecast': 'tried by test/retention-forecast',
  'POST /contacts/{id}/retention-extensions':
    'answers with what it was given; tried by test/retention-extensions',
  'POST /holds/{id}/release': 'tried by test/holds',
  'POST /holds/{id}/reviews': 'tried by test/holds',
  'GET /retention/status': 'says whether the purge works',
  'GET /retention/runs': 'counts',
  'GET /retention/runs/{id}': 'counts',
  'GET /retention/runs/{id}/items': 'tried by test/retention-runs',
  'POST /retention/runs': 'answers with the id of the run',
  'POST /contacts/{id}/erasure-plans': 'asks for a reason first; tried by test/erasures-circumstances',
  'POST /erasures': 'answers with the id of the erasure',
  'GET /erasures': 'ids that lead to nobody any more',
  'GET /erasures/{id}': 'counts, and ids that lead to nobody any more',
  'GET /erasures/{id}/mentions': 'words around somebody who is erased, of whom row-level security shows',
  'POST /erasures/{id}/mention-decisions': 'answers with numbers',
  'GET /erasures/{id}/certificate.pdf': 'counts',
  'GET /erasure-settings': 'a number of days',
  'POST /subject-requests': 'answers with a reference and days',
  'GET /subject-requests': 'an act of the privacy officer by itself: asking is the reason',
  'GET /subject-requests/{id}': 'as the list',
  'GET /subject-requests/{id}/letter-drafts': 'as the list',
  'GET /subject-requests/{id}/letters': 'as the list',
  'POST /subject-requests/{id}/letters': 'as the list',
  'POST /subject-requests/{id}/withdrawal': 'as the list',
  'POST /subject-requests/{id}/verifications': 'as the list',
  'POST /subject-requests/{id}/verifications/{verificationId}/confirmation': 'as the list',
  'POST /subject-requests/{id}/extension': 'as the list',
  'POST /subject-requests/{id}/decision': 'as the list',
  'POST /subject-requests/{id}/packages': 'as the list',
  'GET /packages/{id}': 'an act of the privacy officer by itself; tried by test/packages',
  'GET /packages/{id}/redactions': 'as the package',
  'POST /packages/{id}/redaction-decisions': 'as the package',
  'POST /packages/{id}/release': 'as the package',
  'POST /breaches': 'answers with a reference and a time',
  'GET /breaches': 'says what happened, not to whom',
  'GET /breaches/{id}': 'says what happened, not to whom',
  'GET /breaches/{id}/notice-drafts': 'says what happened, not to whom',
  'GET /breaches/{id}/affected-people': 'an act of the privacy officer by itself; tried by test/breaches',
  'POST /breaches/{id}/affected-people': 'answers with numbers',
  'POST /breaches/{id}/people-notices': 'answers with numbers',
  'POST /breaches/{id}/closing': 'says what happened, not to whom',
  'GET /contacts/{id}/sequences': 'tried by test/sequences',
  'POST /contacts/{id}/sequence-starts': 'tried by test/sequences',
  'POST /contacts/{id}/messages': 'answers with what it was given',
  'GET /stop-replies': 'tried by test/inbound',
  'POST /stop-replies/{id}/decision': 'tried by test/inbound',
  'GET /segments': 'filters, not whom they find',
  'GET /segments/{id}': 'filters, not whom they find',
  'POST /segments': 'filters, not whom they find',
  'GET /mailings': 'says what for, not to whom',
  'GET /mailings/{id}': 'says what for, not to whom',
  'GET /mailings/{id}/results': 'numbers of messages',
  'GET /mailings/{id}/recipients': 'messages, which row-level security hides like any',
  'POST /mailings': 'says what for, not to whom',
  'POST /mailings/{id}/dispatch': 'says what for, not to whom',
  'POST /mailings/{id}/tests': 'goes to the caller alone',
  'POST /contacts': 'tried by test/restriction-twins',
  'POST /companies': 'answers with what it was given',
  'POST /interactions': 'answers with what it was given',
  'POST /imports': 'answers with what it was given',
  'POST /imports/{id}/dry-runs': 'tried by test/restriction-twins',
  'POST /imports/{id}/runs': 'tried by test/restriction-twins',
  'POST /exports': 'says what for, not whom',
  'POST /exports/{id}/downloads': 'tried below',
};

/** Nouns under which there is nobody of the register: accounts, settings, the record of acts (ids and names of fields). */
const withoutPeople =
  /^\/(access-[\w-]+|accounts?|api-tokens|audit-\w+|consent-wordings|controller|grants|inbound-mailbox|industries|invitation\S*|mailbox|me|message-settings|oidc\S*|ownership-transfers|passkey-challenges|password-\S+|purposes|security-settings|sender-domain|sequences|sessions|setup|teams|template\S*|undertaking|users|webhooks)(\/|$)/;

/** The record of acts names whom an act was about, by id alone. */
const holdsIds = /audit-events/;

describe('a person whose processing is restricted', () => {
  let app: TestApp;
  let register: RichRegister;
  let exportId: string;
  let routes: { name: string; method: string; path: string }[];

  beforeAll(async () => {
    app = await createTestApp();
    register = await richRegister(app, await app.setUp());
    routes = routesOf(app);
    exportId = await anExport();
  });
  afterAll(() => app.close());

  const as = (role: Parameters<RichRegister['callers']['get']>[0]): Caller =>
    register.callers.get(role) as Caller;

  /** A file that is ready with everybody in it. */
  async function anExport(): Promise<string> {
    const body = {
      kind: 'contacts',
      purpose: 'Joulukortit',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const { id } = (await as('sales_manager').post('/exports', body).expect(201)).body;
    await ready(id);
    return id;
  }

  async function ready(id: string): Promise<void> {
    for (let i = 0; i < 300; i++) {
      if ((await as('sales_manager').get(`/exports/${id}`).expect(200)).body.status === 'ready') return;
      await pause(50);
    }
    throw new Error('the export does not get ready');
  }

  /** Every address of a route: with each id that it can be asked for, and each filter by which it could find the person. */
  function addressesOf(path: string): string[] {
    const { personId, colleagueId, companyId, meetingId, callId, importIds, segmentId, mailingId } = register;
    const ids: Record<string, string[]> = {
      contacts: [personId, colleagueId],
      companies: [companyId],
      interactions: [meetingId, callId],
      imports: importIds,
      exports: [exportId],
      segments: [segmentId],
      mailings: [mailingId],
    };
    const [, noun = ''] = path.split('/');
    const named = path.replace('{channel}/{purpose}', 'email/direct_marketing');
    if (path.includes('{id}')) return (ids[noun] ?? []).map((id) => named.replace('{id}', id));
    return [path, ...filtersOf(register).map((filter) => `${path}?${filter}`)];
  }

  const asked = () => routes.filter(({ method, path }) => method === 'get' && !withoutPeople.test(path));

  function tells(address: string, { status, body }: { status: number; body: object }): boolean {
    if (status >= 500) throw new Error(`${address}: ${status}`);
    const text = JSON.stringify({ ...body, instance: null });
    const isNamed = text.includes(register.personId) || text.includes(register.meetingId);
    return telltale.test(text) || (isNamed && !holdsIds.test(address));
  }

  /** Which routes tell somebody of the person; of callers with these headers, only the officer. */
  async function told(set?: Record<string, string>): Promise<string[]> {
    const telltales: string[] = [];
    const callers = [...register.callers].filter(([role]) => set === undefined || role === 'privacy_officer');
    for (const { name, path } of asked())
      for (const address of addressesOf(path)) {
        const answers = await Promise.all(callers.map(([, caller]) => caller.get(address).set(set ?? {})));
        if (answers.some((answer) => tells(address, answer))) telltales.push(name);
      }
    return [...new Set(telltales)].sort();
  }

  it('is looked for by routes that this test knows, every one of them', () => {
    const posted = routes.filter(({ method, path }) => method === 'post' && !withoutPeople.test(path));
    const unknown = [...asked(), ...posted].filter(
      ({ name }) => !telling.includes(name) && !(name in silent),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
    const names = new Set(routes.map(({ name }) => name));
    expect([...telling, ...Object.keys(silent)].filter((name) => !names.has(name))).toEqual([]);
  });

  it('law 18: is absent from every list, search, timeline, count, export and duplicate check, for every role, and there for the privacy officer who says why', async () => {
    const counts = async () => ({
      people: (await as('sales_manager').get('/contacts').expect(200)).body.total,
      ofCompany: (await as('sales_manager').get(`/companies/${register.companyId}`).expect(200)).body
        .contactCount,
      today: (await as('sales_manager').get('/today').expect(200)).body.counts,
    });
    const before = await counts();
    expect(await told()).toEqual([...telling].sort());

    await as('privacy_officer')
      .put(`/contacts/${register.personId}/restriction`, { reason: 'kiistää' })
      .expect(200);
    expect(await told()).toEqual([]);
    expect(await counts()).toEqual({
      people: before.people - 1,
      ofCompany: before.ofCompany - 1,
      today: {
        ...before.today,
        contacts: before.today.contacts - 1,
        interactionsThisWeek: before.today.interactionsThisWeek - 1,
      },
    });
    expect(await told(acting)).toEqual(
      expect.arrayContaining([
        'GET /contacts',
        'GET /contacts/{id}',
        'GET /contacts/{id}/consents',
        'GET /contacts/{id}/objections',
        'GET /contacts/{id}/restriction',
        'GET /contacts/{id}/sale-references',
        'GET /contacts/{id}/timeline',
        'GET /interactions/{id}',
        'GET /restrictions',
      ]),
    );
  });

  it('is not in a file that was made before', async () => {
    const staff = as('sales_manager');
    const first = await staff.post(`/exports/${exportId}/downloads`);
    expect(first.status).toBe(409);
    await ready(exportId);
    const { text } = await staff.post(`/exports/${exportId}/downloads`).buffer(true).expect(200);
    expect(text).toMatch(/Lindqvist/);
    expect(text).not.toMatch(telltale);
  });
});

/** Filters by which a list could find the person; a route refuses those that it does not know. */
const filtersOf = ({ personId, companyId }: RichRegister): string[] =>
  Object.entries({
    q: ['qvarn', 'Qvarna Qvarnholm', '401231231', 'qvarna@qvarnholm.example'],
    contactId: [personId],
    companyId: [companyId],
    areaOfResponsibility: ['Qvarnar'],
  }).flatMap(([name, values]) => values.map((value) => `${name}=${encodeURIComponent(value)}`));

/** All routes of the API without its prefix. */
const routesOf = (app: TestApp) =>
  Object.entries(openApiOf(app.app).paths).flatMap(([full, operations]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = operations[method];
      const path = full.replace('/api/v1', '');
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, method, path }] : [];
    }),
  );
