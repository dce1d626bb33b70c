import { createHash } from 'node:crypto';
import {
  aCompany,
  aContact,
  addressesOf,
  createTestApp,
  purge,
  startMailServer,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import supertest, { type Response } from 'supertest';
import { erase } from './support/erasure/erase.js';
import { everyRow } from './support/links.js';

const minute = 60_000;

describe('the person’s own page (V7, H13, H15, P9)', () => {
  let app: TestApp;
  let admin: Caller;
  let mails: MailServer;
  let at = new Date('2027-03-01T08:00:00Z');
  let companyId: string;
  let people = 0;

  beforeAll(async () => {
    mails = await startMailServer();
    app = await createTestApp({ clock: { now: () => at }, mail: mails.mail });
    admin = await app.setUp();
    companyId = (await admin.post('/companies', aCompany({ name: 'Kvarnen Oy' })).expect(201)).body.id;
  });
  afterAll(async () => {
    await app.close();
    await mails.close();
  });

  const browser = () => supertest.agent(app.app.getHttpServer());
  const newAddress = () => `asa${++people}@kvarnen.example`;
  const aPerson = async (fields: object = {}): Promise<{ id: string; email: string }> => {
    const email = newAddress();
    const whole = { companyId, firstName: 'Åsa', lastName: 'Lindqvist', language: 'sv', emails: [email] };
    const { body } = await admin.post('/contacts', aContact({ ...whole, ...fields })).expect(201);
    return { id: body.id, email };
  };
  const ask = (email: string, lang = 'en') =>
    browser().post(`/my-data?lang=${lang}`).type('form').send({ email });
  const letterTo = (email: string) => mails.waitFor((mail) => addressesOf(mail).includes(email));
  const linkTo = async (email: string): Promise<string> => {
    await ask(email).expect(200);
    const [, link] = /(\/my-data\/enter\/[\w-]{32})/.exec(String((await letterTo(email)).text)) ?? [];
    return String(link);
  };
  const opened = async (email: string) => {
    const agent = browser();
    await agent
      .post(`${await linkTo(email)}?lang=en`)
      .expect(303)
      .expect('Location', '/my-data?lang=en');
    return agent;
  };
  type Agent = Awaited<ReturnType<typeof opened>>;
  const see = async (agent: Agent, lang = 'en') =>
    (await agent.get(`/my-data?lang=${lang}`).expect(200)).text;
  const press = (agent: Agent, fields: object) => agent.post('/my-data?lang=en').type('form').send(fields);

  it('answers a known and an unknown address alike, and tells the address alone', async () => {
    const { email } = await aPerson();
    const unknown = newAddress();
    const shape = ({ status, headers: { date: _, 'x-request-id': _id, ...headers }, text }: Response) => ({
      status,
      headers,
      text,
    });
    const [known, strange] = [await ask(email).expect(200), await ask(unknown).expect(200)];
    expect(shape(known)).toEqual(shape(strange));
    expect(known.headers['set-cookie']).toBeUndefined();
    expect((await letterTo(email)).subject).toBe('Dina uppgifter hos Havukka Palvelut Oy');
    const answer = await letterTo(unknown);
    expect(answer.text).toContain('We hold nothing under this address.');
    expect(answer.text).not.toContain('/my-data/');
    expect(mails.received.filter(({ mail }) => addressesOf(mail).includes(unknown))).toHaveLength(1);
    expect(await app.rows('SELECT * FROM my_data_calls')).toEqual([]);
    const jobs = await app.rows(`SELECT data FROM pgboss.job WHERE name = 'my_data.answer'`);
    expect(JSON.stringify(jobs)).not.toContain('kvarnen');
  });

  it('tells somebody who shares an address with others to write, and somebody erased that nothing is held', async () => {
    const { email } = await aPerson();
    await aPerson({ emails: [email], firstName: 'Olli' });
    await ask(email).expect(200);
    expect((await letterTo(email)).text).toContain('Several people share this address');
    const gone = await aPerson();
    const agent = await opened(gone.email);
    await erase(await app.signIn(admin, { roles: ['privacy_officer'] }), gone.id);
    expect(await see(agent)).toContain('Send me the link');
    await ask(gone.email).expect(200);
    const told = await mails.waitFor(
      (mail) => addressesOf(mail).includes(gone.email) && /erased/.test(String(mail.text)),
    );
    expect(told.text).toContain('The data that we held under this address has been erased.');
  });

  it('shows by its link once, for a quarter of an hour, and only to whoever presses', async () => {
    const { email } = await aPerson();
    const link = await linkTo(email);
    const forwarded = browser();
    expect((await forwarded.get(link).expect(200)).text).toContain('Öppna min sida');
    await forwarded.get(link).expect(200);
    const agent = browser();
    const entered = await agent.post(`${link}?lang=en`).expect(303);
    const [cookie] = [entered.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(
      /^my_data=[\w-]{32}; Max-Age=1800; Path=\/my-data; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
    expect(await see(agent)).toContain('This page is yours: Åsa Lindqvist.');
    expect((await forwarded.post(link).expect(400)).text).not.toContain('Lindqvist');
    expect((await forwarded.get('/my-data?lang=en').expect(200)).text).toContain('Send me the link');
    const late = await linkTo((await aPerson()).email);
    at = new Date(at.getTime() + 15 * minute);
    expect((await browser().get(`${late}?lang=en`).expect(200)).text).toContain('This link opens nothing');
    await browser().post(late).expect(400);
    at = new Date(at.getTime() + 15 * minute);
    expect(await see(agent)).toContain('Send me the link');
  });

  it('keeps no token that opens anything', async () => {
    const { email } = await aPerson();
    const link = await linkTo(email);
    const token = String(link.split('/').at(-1));
    const rows = await app.rows<{ row: string }>('SELECT l::text AS row FROM my_data_links l');
    for (const { row } of rows) expect(row).not.toContain(token);
  });

  it('opens nothing by a link or a cookie of an address that is not the person’s any more', async () => {
    const { id, email } = await aPerson();
    const agent = await opened(email);
    at = new Date(at.getTime() + minute);
    await ask(email).expect(200);
    const moved = { emails: [newAddress()] };
    const waiting = /(\/my-data\/enter\/[\w-]{32})/.exec(
      String(mails.received.filter(({ mail }) => addressesOf(mail).includes(email)).at(-1)?.mail.text),
    )?.[1];
    const { body } = await admin.get(`/contacts/${id}`).expect(200);
    await admin.patch(`/contacts/${id}`, moved).set('If-Match', `"${body.version}"`).expect(200);
    await browser().post(String(waiting)).expect(400);
    expect(await see(agent)).toContain('Send me the link');
  });

  it('says in words who we are, what is held, why, from where, who received and looked, and until when', async () => {
    const sources = [{ kind: 'bought_list', what: 'Vainu 2026', when: '2026-10-02' }];
    const { id, email } = await aPerson({ title: 'Ekonomichef', phones: ['040 123 4567'], sources });
    const other = await aPerson({ firstName: 'Olli', lastName: 'Outo' });
    const call = { type: 'call', direction: 'out', occurredAt: '2026-10-20T10:00:00Z', companyId };
    const alone = { ...call, subject: 'Tarjous', body: 'Haluaa tarjouksen', participants: [id] };
    const together = {
      ...call,
      subject: 'Outo asia',
      body: 'Olli Outo kertoi',
      participants: [id, other.id],
    };
    for (const { participants, ...fields } of [alone, together])
      await admin.post('/interactions', { ...fields, contactIds: participants }).expect(201);
    await admin.get(`/contacts/${id}`).expect(200);
    const agent = await opened(email);
    const text = await see(agent);
    for (const said of [
      'Havukka Palvelut Oy',
      'Ekonomichef, Kvarnen Oy',
      email,
      '+358401234567',
      'Vainu 2026',
    ])
      expect(text).toContain(said);
    for (const said of [
      'Haluaa tarjouksen',
      'legitimate interest',
      'Erased on',
      'tietosuoja.fi',
      'Administrator',
    ])
      expect(text).toContain(said);
    for (const unsaid of ['Outo', 'Aino', id, companyId]) expect(text).not.toContain(unsaid);
  });

  it.each([
    ['fi', 'Mitä tietoja meillä on sinusta'],
    ['sv', 'Vilka uppgifter vi har om dig'],
    ['en', 'What we hold on you'],
  ])('is written in %s as a whole', async (lang, heading) => {
    const agent = await opened((await aPerson()).email);
    const text = await see(agent, lang);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(heading);
    expect(text).not.toContain('undefined');
  });

  it('takes every kind of request in with its month, and shows how it stands', async () => {
    const { id, email } = await aPerson();
    const agent = await opened(email);
    for (const kind of ['access', 'restriction', 'objection', 'portability', 'consent_withdrawal']) {
      const { text } = await press(agent, { request: kind, wording: 'Jag har vård av barn.' }).expect(200);
      expect(text).toMatch(
        /We have received your request SR-[A-Z2-9]{6}\. We answer by \d+ April 2027 at the latest\./,
      );
    }
    const rows = await app.rows(
      `SELECT kind, received_via, status, identified_at IS NOT NULL AS identified, wording FROM subject_requests WHERE contact_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toHaveLength(5);
    expect(rows[2]).toEqual({
      ...{ kind: 'objection', received_via: 'my_data', status: 'in_progress', identified: true },
      wording: 'Jag har vård av barn.',
    });
    expect(await see(agent)).toContain('Objection to the use of my data');
    await press(agent, { request: 'everything' }).expect(400);
  });

  it('erases nothing on an open page alone: a fresh link makes the request, once', async () => {
    const { id, email } = await aPerson();
    const agent = await opened(email);
    const received = () => app.rows('SELECT kind, wording FROM subject_requests WHERE contact_id = $1', [id]);
    const { text } = await press(agent, { request: 'erasure', wording: 'Radera' }).expect(200);
    expect(text).toContain('Nothing is erased yet');
    expect(await received()).toEqual([]);
    const letter = await mails.waitFor(
      (mail) => addressesOf(mail).includes(email) && String(mail.text).includes('/my-data/confirm/'),
    );
    const link = String(/(\/my-data\/confirm\/[\w-]{32})/.exec(String(letter.text))?.[1]);
    await browser().post(link.replace('confirm', 'enter')).expect(400);
    expect((await browser().get(link).expect(200)).text).toContain('Confirm your request');
    expect(await received()).toEqual([]);
    await browser().post(`${link}?lang=en`).expect(200);
    await browser().post(link).expect(400);
    expect(await received()).toEqual([{ kind: 'erasure', wording: 'Radera' }]);
  });

  it('takes a correction as a proposal with both values, and changes nothing by itself', async () => {
    const { id, email } = await aPerson({ title: 'Ekonomichef' });
    const agent = await opened(email);
    await press(agent, { correct: 'title', value: 'Verkställande direktör' }).expect(200);
    const [proposal] = await app.rows(
      `SELECT p.field, p.old_value, p.new_value, p.status, r.kind FROM correction_proposals p JOIN subject_requests r ON r.id = p.request_id WHERE r.contact_id = $1`,
      [id],
    );
    expect(proposal).toEqual({
      ...{ field: 'title', old_value: 'Ekonomichef', new_value: 'Verkställande direktör' },
      ...{ status: 'proposed', kind: 'rectification' },
    });
    expect((await admin.get(`/contacts/${id}`).expect(200)).body.title).toBe('Ekonomichef');
    await press(agent, { correct: 'password', value: 'x' }).expect(400);
    await press(agent, { correct: 'title', value: ' ' }).expect(400);
  });

  it('lets nobody withdraw another’s consent, and the choices be opened by their own link', async () => {
    const mine = await aPerson();
    const other = await aPerson();
    const consent = {
      ...{ channel: 'email', purpose: 'newsletter', wording: 'Kyllä', language: 'fi' },
      obtainedVia: 'phone',
    };
    const idOf = async (id: string) =>
      (await admin.post(`/contacts/${id}/consents`, consent).expect(201)).body.id as string;
    const [own, foreign] = [await idOf(mine.id), await idOf(other.id)];
    const agent = await opened(mine.email);
    await press(agent, { withdraw: foreign }).expect(200);
    await press(agent, { withdraw: own }).expect(200);
    expect(await app.rows('SELECT consent_id FROM consent_withdrawals')).toEqual([{ consent_id: own }]);
    const { headers } = await press(agent, { choices: 'yes' }).expect(303);
    expect((await browser().get(String(headers.location)).expect(200)).text).toContain('Your choices');
  });

  it('H14: is open to a restricted person, too', async () => {
    const { id, email } = await aPerson();
    await admin.put(`/contacts/${id}/restriction`, { reason: 'kiista' }).expect(200);
    const agent = await opened(email);
    expect(await see(agent)).toContain('The use of your data is restricted');
    await press(agent, { request: 'access' }).expect(200);
  });

  it('closes when told so, wherever the cookie was copied to', async () => {
    const agent = await opened((await aPerson()).email);
    await press(agent, { leave: 'yes' }).expect(200);
    expect(await see(agent)).toContain('Send me the link');
  });

  it('leaves nothing behind of what is over: the nightly run takes it', async () => {
    const agent = await opened((await aPerson()).email);
    await app.rows(
      `INSERT INTO my_data_calls VALUES (gen_random_uuid(), 'x', 'fi', $1::timestamptz - interval '1 day'), (gen_random_uuid(), 'x', 'fi', $1)`,
      [at],
    );
    const left = async () =>
      (
        await app.rows(`
        SELECT (SELECT count(*)::int FROM my_data_calls) AS calls, (SELECT count(*)::int FROM my_data_links) AS links,
          (SELECT count(*)::int FROM my_data_sessions) AS sessions`)
      )[0];
    await purge(app, 'technical_data', new Date(0));
    expect(await see(agent)).not.toContain('Send me the link');
    at = new Date(at.getTime() + 31 * minute);
    await purge(app, 'technical_data', new Date(0));
    expect(await left()).toEqual({ calls: 1, links: 0, sessions: 0 });
  });

  it('takes no order from another site, and sends three letters to an address at most', async () => {
    const { email } = await aPerson();
    await ask(email).set('Origin', 'https://evil.example').expect(403);
    for (let n = 0; n < 5; n++) await ask(email).expect(200);
    await mails.waitFor((mail) => addressesOf(mail).includes(email));
    const queued = await app.rows('SELECT id FROM mail_messages WHERE recipient = $1', [email]);
    expect(queued.length).toBeLessThanOrEqual(3);
    expect(
      (await browser().post('/my-data?lang=en').type('form').send({ email: 'nobody' }).expect(400)).text,
    ).toContain('not a whole e-mail address');
  });
});

describe('looking at the pages of one’s own data', () => {
  it('changes nothing', async () => {
    const app = await createTestApp({ process: 'api' });
    const admin = await app.setUp();
    const email = 'asa@kvarnen.example';
    const { body } = await admin.post('/contacts', aContact({ emails: [email] })).expect(201);
    const token = 'a'.repeat(32);
    const whose = [createHash('sha256').update(token).digest(), body.id, email];
    await app.rows(
      `INSERT INTO my_data_links VALUES (gen_random_uuid(), $1, $2, $3, 'fi', NULL, NULL, now(), now() + interval '15 minutes')`,
      whose,
    );
    await app.rows(
      `INSERT INTO my_data_sessions VALUES (gen_random_uuid(), $1, $2, $3, 'fi', now(), now() + interval '30 minutes')`,
      whose,
    );
    const before = await everyRow(app);
    const of = supertest(app.app.getHttpServer());
    expect((await of.get(`/my-data/enter/${token}`).expect(200)).text).toContain('Avaa sivuni');
    const own = await of.get('/my-data').set('Cookie', `my_data=${token}`).expect(200);
    expect(own.text).toContain('Mitä tietoja meillä on sinusta');
    await of.get('/my-data').expect(200);
    await of.get('/my-data/confirm/x').expect(200);
    expect(await everyRow(app)).toEqual(before);
    await app.close();
  });
});

describe('asking for one’s own page', () => {
  it('V7: does the same before the answer, whoever is known: the rest is a job’s', async () => {
    const app = await createTestApp({ process: 'api' });
    const admin = await app.setUp();
    const known = 'asa@kvarnen.example';
    await admin.post('/contacts', aContact({ emails: [known] })).expect(201);
    const before = await everyRow(app);
    const of = supertest(app.app.getHttpServer());
    for (const email of [known, 'ingen@kvarnen.example'])
      await of.post('/my-data?lang=en').type('form').send({ email }).expect(200);
    const after = await everyRow(app);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['my_data_calls']);
    const calls = await app.rows<{ sealed_address: string }>('SELECT sealed_address FROM my_data_calls');
    expect(calls).toHaveLength(2);
    expect(JSON.stringify(calls)).not.toContain('kvarnen');
    await app.close();
  });
});
