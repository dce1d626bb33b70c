import { createTestApp, startMailServer, type Caller, type MailServer, type TestApp } from '@seloste/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { ReadMailbox } from '../libs/inbound/src/mailbox/read-mailbox.js';
import { startImapServer, type ImapServer } from '../libs/testing/src/imap-server.js';
import { reply } from '../libs/testing/src/mail-samples.js';
import { takeLetters, type Letter } from './support/campaign/letters.js';
import {
  aPersonWith,
  mailboxOf,
  Reckoning,
  type ModelPerson,
  type No,
} from './support/campaign/reckoning.js';
import { CampaignRegister } from './support/campaign/register.js';
import { ImportSteps } from './support/import-steps.js';
import { aMailing, aSegment, aTemplate, greetings, resultsOf } from './support/mailings.js';

const people = 5_000;

/**
 * The story of a campaign from its dispatch to the next one, over real SMTP and IMAP: everything that reaches the mail
 * server is held against a reckoning that knows nothing of the product's (design rule 2; V2, V4, P1, C8, H12).
 */
describe('a campaign to 5,000 people with mixed permissions, in three languages', () => {
  let server: MailServer;
  let imap: ImapServer;
  let app: TestApp;
  let admin: Caller;
  let marketer: Caller;
  let manager: Caller;
  let templateId: string;
  let register: CampaignRegister;
  let reckoning: Reckoning;
  /** Of the first campaign, by mailbox. */
  let first: Map<string, Letter>;

  beforeAll(async () => {
    [server, imap] = [await startMailServer(), await startImapServer()];
    app = await createTestApp({ mail: server.mail, publicUrl: 'http://127.0.0.1' });
    admin = await app.setUp();
    marketer = await app.signIn(admin, { roles: ['marketer'] });
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    templateId = await aTemplate(marketer);
    register = new CampaignRegister(people);
    await register.write(app);
    reckoning = new Reckoning(register.people);
    await admin
      .put('/inbound-mailbox', {
        ...{ host: '127.0.0.1', port: imap.port, secure: false, user: imap.user, password: imap.password },
        addresses: ['crm@havukka.example'],
      })
      .expect(200);
    await app.rows('ANALYZE');
    takeLetters(server);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await Promise.all([server.close(), imap.close()]);
  });

  const personAt = (mailbox: string): ModelPerson => {
    const found = register.people.find(({ email }) => email !== null && mailboxOf(email) === mailbox);
    if (!found) throw new Error('somebody got a letter who is on no record');
    return found;
  };
  /** Everybody with the mailbox has said it: they cannot be told apart from outside. */
  const saysNo = (mailbox: string, no: No): void => {
    for (const person of register.people)
      if (person.email !== null && mailboxOf(person.email) === mailbox) person.nos = [...person.nos, no];
  };
  const post = (path: string, body: string) =>
    app.stranger.agent.post(path).type('form').send(body).expect(200);

  /** Sends a mailing to a segment, to its end. */
  const campaign = async (segment: object, more: object = {}): Promise<{ id: string; letters: Letter[] }> => {
    const segmentId = await aSegment(marketer, segment, more);
    const { id } = await aMailing(marketer, { templateId, segmentId, areas: ['Hankinnat'] });
    await marketer.post(`/mailings/${id}/dispatch`, {}).expect(202);
    for (const end = performance.now() + 220_000; performance.now() < end; await wait(300)) {
      const { status } = (await marketer.get(`/mailings/${id}`).expect(200)).body;
      if (status === 'done') return { id, letters: takeLetters(server) };
    }
    throw new Error('the campaign does not come to an end');
  };

  /** Nobody got what they may not, nobody twice, nobody who may was forgotten, each in their own language. */
  const holdAgainst = (letters: Letter[], expected: Map<string, ModelPerson[]>): void => {
    const got = letters.map(({ mailbox }) => mailbox).sort();
    expect(got).toEqual([...expected.keys()].sort());
    const wrong = letters.filter(({ mailbox, text, html, subject }) => {
      const languages = (expected.get(mailbox) ?? []).map(({ language }) => greetings[language ?? 'fi']);
      return !languages.some((greeting) => [subject, text, html].every((part) => part.includes(greeting)));
    });
    expect(wrong.map(({ to, subject }) => [to, subject])).toEqual([]);
  };

  it('reaches those who may be written to, each once and in their own language, and nobody else', async () => {
    const { id, letters } = await campaign({});
    const expected = reckoning.mayGet();
    expect(expected.size).toBeGreaterThan(2_500);
    holdAgainst(letters, expected);
    first = new Map(letters.map((letter) => [letter.mailbox, letter]));
    const results = await resultsOf(marketer, id);
    const absent = register.people.filter(({ isRestricted }) => isRestricted).length;
    expect(results).toMatchObject({
      accepted: expected.size,
      waiting: 0,
      inDoubt: 0,
      stopped: 0,
      failed: 0,
      undecided: 0,
    });
    expect(results.people).toBe(people - absent);
    expect(results.leftOut).toBe(people - absent - expected.size);
  }, 240_000);

  it('gives each reader a way to say no of their own, in the headers and in both parts (C8, RFC 8058)', () => {
    const letters = [...first.values()];
    expect(new Set(letters.map(({ unsubscribe }) => unsubscribe)).size).toBe(letters.length);
    const lacking = letters.filter(
      ({ unsubscribe, oneClick, text, html }) =>
        !/^\/u\/[\w-]{32}$/.test(unsubscribe) ||
        oneClick !== 'List-Unsubscribe=One-Click' ||
        !text.includes(unsubscribe) ||
        !html.includes(unsubscribe),
    );
    expect(lacking.map(({ to }) => to)).toEqual([]);
  });

  it('is answered: a third say no by one click, by page and by reply, some to profiling only, a company to everything', async () => {
    const readers = [...first.values()].sort((a, b) => a.mailbox.localeCompare(b.mailbox));
    const by = (remainder: number) => readers.filter((_, n) => n % 9 === remainder);
    for (const { unsubscribe, mailbox } of by(0)) {
      await post(unsubscribe, 'List-Unsubscribe=One-Click');
      saysNo(mailbox, { channel: 'email', purpose: 'direct_marketing' });
    }
    for (const { unsubscribe, mailbox } of by(3)) {
      await app.stranger.agent.get(unsubscribe).expect(200);
      await post(unsubscribe, 'stop=this');
      saysNo(mailbox, { channel: 'email', purpose: 'direct_marketing' });
    }
    const words = [
      'STOP',
      'Peruuta.',
      'Ta bort mig tack',
      'En halua enää saada näitä viestejä, kiitos kuitenkin.',
    ];
    for (const [n, { to, mailbox, messageId }] of by(6).entries()) {
      imap.deliver(reply({ messageId, recipient: to }, words[n % words.length] ?? ''));
      saysNo(mailbox, { channel: 'email', purpose: 'all' });
    }
    await app.app.get(ReadMailbox).run();
    await decideOnReplies();
    for (const { unsubscribe, mailbox } of by(1)) {
      await post(unsubscribe.replace('/u/', '/p/'), 'stop=all.profiling_marketing');
      saysNo(mailbox, { channel: 'all', purpose: 'profiling_marketing' });
    }
    for (const { unsubscribe, mailbox } of by(4)) {
      await post(unsubscribe.replace('/u/', '/p/'), 'stop=phone.all');
      saysNo(mailbox, { channel: 'phone', purpose: 'all' });
    }
    const [company] = register.companies;
    await manager
      .post(`/companies/${company?.id}/objections`, { channel: 'all', purpose: 'all' })
      .expect(201);
    company?.nos.push({ channel: 'all', purpose: 'all' });
    const [{ n } = { n: 0 }] = await app.rows<{ n: number }>(
      `SELECT count(DISTINCT message_id)::int AS n FROM objections WHERE message_id IS NOT NULL AND purpose <> 'profiling_marketing' AND channel <> 'phone'`,
    );
    expect(n).toBe(by(0).length + by(3).length + by(6).length);
    expect(n).toBeGreaterThan(first.size / 3 - 3);
  }, 240_000);

  /** Whoever reads replies finds that all that wait ask us to stop. */
  const decideOnReplies = async (): Promise<void> => {
    for (;;) {
      const { body } = await marketer.get('/stop-replies?limit=200').expect(200);
      if (body.items.length === 0) return;
      for (const { id } of body.items)
        await marketer.post(`/stop-replies/${id}/decision`, { objects: true }).expect(200);
    }
  };

  it('is not undone by a list that brings back those who said no, under other names and spellings (K2, design rule 6)', async () => {
    const gone = register.people.filter(
      ({ email, nos }) => email !== null && nos.some(({ channel }) => channel === 'email'),
    );
    const spelled = (email: string, n: number): string => {
      const [local = '', domain = ''] = email.split('@');
      if (domain === 'gmail.com') return `${local.replaceAll('.', '')}+syksy${n}@gmail.com`;
      return n % 2 === 0 ? email.toUpperCase() : email;
    };
    const rows = gone
      .slice(0, 400)
      .map(
        ({ email }, n) => `Uusi${n};Henkilö${n};${spelled(email ?? '', n)};Ostaja;Hankinnat;Toinen ${n} Oy`,
      );
    const atForbidding = Array.from(
      { length: 20 },
      (_, n) => `Tuore${n};Työntekijä${n};tuore${n}@tehdas.example;Ostaja;Hankinnat;Tehdas 1 Oy`,
    );
    const welcome = Array.from(
      { length: 20 },
      (_, n) => `Vieras${n};Tervetullut${n};vieras${n}@muu.example;Ostaja;Hankinnat;Muu ${n} Oy`,
    );
    const steps = new ImportSteps(manager);
    const list = await steps.upload(
      ['Etunimi;Sukunimi;Sähköposti;Titteli;Vastuualue;Yritys', ...rows, ...atForbidding, ...welcome].join(
        '\n',
      ),
    );
    await steps.check(list);
    await steps.run(list.id);
    const known = new Set(register.people.map(({ id }) => id));
    const arrived = await app.rows<{
      id: string;
      lastName: string;
      email: string;
      title: string;
      companyId: string;
    }>(
      `SELECT c.id, c.last_name AS "lastName", p.value AS email, c.title, c.company_id AS "companyId" FROM contacts c
       LEFT JOIN contact_points p ON p.contact_id = c.id AND p.kind = 'email' AND p.position = 0`,
    );
    const newcomers = arrived.filter(({ id }) => !known.has(id));
    expect(newcomers.length).toBeGreaterThanOrEqual(20);
    for (const { companyId, ...person } of newcomers) {
      const company = register.companies.find(({ id }) => id === companyId) ?? {
        id: companyId,
        isSoleTrader: false,
        nos: [],
      };
      register.people.push(aPersonWith({ ...person, language: null, company }));
    }
  }, 120_000);

  it('is followed by a second one, of which nothing wrong leaves the house', async () => {
    const before = reckoning.mayGet();
    const { letters } = await campaign({});
    holdAgainst(letters, before);
    expect(letters.length).toBeLessThan(first.size * 0.68);
    expect(letters.filter(({ mailbox }) => mailbox.endsWith('@muu.example'))).toHaveLength(20);
    const still = letters.filter(({ mailbox }) =>
      personAt(mailbox).nos.some(({ purpose }) => purpose === 'profiling_marketing'),
    );
    expect(still.length).toBeGreaterThan(100);
  }, 240_000);

  it('and by one to people found by profiling, which those who object to that do not get (H12)', async () => {
    await app.rows(
      `UPDATE purposes SET basis = 'legitimate_interest', review_on = '2027-01-01', switched_on = true WHERE key = 'profiling_marketing'`,
    );
    const { letters } = await campaign({ languages: ['sv'] }, { profilingPurpose: 'profiling_marketing' });
    const expected = reckoning.mayGet({ profiled: true, language: 'sv' });
    expect(expected.size).toBeGreaterThan(200);
    expect(expected.size).toBeLessThan(reckoning.mayGet({ language: 'sv' }).size - 30);
    holdAgainst(letters, expected);
  }, 120_000);
});
