import { readFileSync } from 'node:fs';
import { newId } from '@seloste/kernel';
import { PersonLinks } from '@seloste/permissions';
import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { openApiOf } from '../apps/api/src/openapi.js';
import { ReadMailbox } from '../libs/inbound/src/mailbox/read-mailbox.js';
import { startImapServer, type ImapServer } from '../libs/testing/src/imap-server.js';
import { postfixBounce } from '../libs/testing/src/bounce-samples.js';
import { complaint, reply } from '../libs/testing/src/mail-samples.js';
import { routesOf, type Route } from './access/routes.js';
import { erase, rowOf } from './support/erasure/erase.js';
import { aLink, everyRow } from './support/links.js';
import { aReader, sentMessage } from './support/sent-message.js';
import { sampleOf, type Schema } from './support/sample-of.js';
import { make } from './support/two-teams.js';

/** What goes on record of every request, and what notes that somebody is here. */
const isNotAboutThem = /^(audit_|inbound_mailboxes$|sessions$|api_tokens$|privacy_acts$|login_)/;

/** Where a sample by the description alone would be refused for something else. */
const bodies: Record<string, object> = {
  'POST /contacts/{id}/holds': { ground: 'dispute', reason: 'Riita', reviewOn: '2027-05-01' },
  'POST /contacts/{id}/consents': {
    ...{ channel: 'email', purpose: 'newsletter', wording: 'Kyllä', language: 'fi', obtainedVia: 'phone' },
  },
  'POST /contacts/{id}/objections': { channel: 'email', purpose: 'newsletter' },
  'PATCH /contacts/{id}': { lastName: 'Kadonnut' },
  'POST /contacts/{id}/messages': { purpose: 'service', subject: 'Hei', body: 'Hei' },
  'POST /contacts/{id}/sale-references': {
    ...{ reference: '12', product: 'Kone', soldOn: '2026-11-01', optOutOfferedOn: '2026-11-01' },
  },
  'DELETE /contacts/{id}/restriction': { reason: 'Selvitetty' },
};

/** They may say no again (design rule 6), though nothing is sent to them anyway. */
const staysOpen = ['POST /contacts/{id}/objections'];

/** Answers for each sequence whether it began: for them none does. */
const answersForEach = ['POST /contacts/{id}/sequence-starts'];

describe('the doors by which somebody who was erased could come back', () => {
  let app: TestApp;
  let imap: ImapServer;
  let officer: Caller;
  let staff: Caller;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    imap = await startImapServer();
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer', 'sales_manager'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    await admin
      .put('/inbound-mailbox', {
        ...{ host: '127.0.0.1', port: imap.port, secure: false, user: imap.user, password: imap.password },
        addresses: ['crm@havukka.example'],
      })
      .expect(200);
  });
  afterAll(async () => {
    await app.close();
    await imap.close();
  });

  const rows = async () =>
    Object.fromEntries(Object.entries(await everyRow(app)).filter(([table]) => !isNotAboutThem.test(table)));

  describe('of the API', () => {
    /** Of the same title, so that a pseudonym hides them. */
    const two = () => Promise.all([1, 2].map(() => make(staff, '/contacts', aContact({ title: 'Myyjä' }))));

    it('are shut: every route that writes about a person answers 404 or 409, and changes nothing', async () => {
      const [id = ''] = await two();
      await erase(officer, id);
      const described = JSON.parse(readFileSync('openapi.json', 'utf8')) as Schema;
      const writing = routesOf(openApiOf(app.app)).filter(
        ({ method, path }) => method !== 'get' && path.startsWith('/contacts/{id}'),
      );
      expect(writing.length).toBeGreaterThan(12);
      const wrong: string[] = [];
      for (const route of writing) {
        const before = await rows();
        const { status, code } = await knock(route, id, described);
        if (staysOpen.includes(route.name)) continue;
        const isRefused = status === 404 || status === 409 || answersForEach.includes(route.name);
        if (!isRefused) wrong.push(`${route.name} ${status} ${code}`);
        const after = await rows();
        const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
        if (changed.length > 0) wrong.push(`${route.name} changes ${changed.join()}`);
      }
      expect(wrong).toEqual([]);
    });

    const knock = async ({ name, method, path }: Route, id: string, described: Schema) => {
      const url = `/api/v1${path.replace('{id}', id).replaceAll(/\{\w+\}/g, newId())}`;
      const body = bodies[name] ?? (sampleOf(described, method, path) as object | undefined);
      const answer = await officer.agent[method](url).send(body);
      return { status: answer.status, code: (answer.body as { code?: string }).code };
    };
  });

  describe('of the mailbox', () => {
    it.each([
      ['a reply that says stop', (message: Sent) => reply(message, 'STOP')],
      ['a reply that may say so', (message: Sent) => reply(message, 'En halua enää näitä viestejä.')],
      ['any other reply', (message: Sent) => reply(message, 'Kiitos, palataan asiaan!')],
      ['a bounce', (message: Sent) => postfixBounce(message)],
      ['a complaint', (message: Sent) => complaint(message)],
    ])('let in nobody by %s to what was sent to them', async (_, letter) => {
      const reader = await aReader(staff);
      const [company] = await app.rows<{ id: string }>(
        'SELECT company_id AS id FROM contacts WHERE id = $1',
        [reader.contactId],
      );
      // Colleagues who do the same: the record stays, under a pseudonym.
      for (const title of ['Ostaja', 'Ostopäällikkö', 'Osto'])
        await make(staff, '/contacts', aContact({ title, companyId: company?.id }));
      const message = await sentMessage(app, reader);
      await erase(officer, message.contactId);
      expect(await rowOf(app, message.contactId)).toMatchObject({ isErased: true });
      imap.deliver(letter(message));
      const before = await rows();
      await app.app.get(ReadMailbox).run();
      expect(await rows()).toEqual(before);
      const { body } = await staff.get('/stop-replies').expect(200);
      expect(JSON.stringify(body)).not.toContain(message.contactId);
    });
  });

  describe('of their own links', () => {
    it('answer politely, in each language, name nobody and change nothing', async () => {
      const email = 'linkin.haltija@havukka.example';
      const [id = '', other = ''] = await Promise.all(
        [email, 'toinen@havukka.example'].map((address) =>
          make(staff, '/contacts', aContact({ lastName: 'Linkinhaltija', emails: [address] })),
        ),
      );
      expect(other).not.toBe(id);
      const token = await aLink(app, { contactId: id });
      const consent = {
        ...{ channel: 'email', purpose: 'newsletter', wording: 'Kyllä', language: 'fi' },
        ...{ obtainedVia: 'form', needsConfirmation: true },
      };
      await staff.post(`/contacts/${id}/consents`, consent).expect(201);
      const [confirmation] = await app.rows<{ id: string }>(
        'SELECT id FROM contact_links WHERE contact_id = $1 AND consent_id IS NOT NULL',
        [id],
      );
      const asked = app.app.get(PersonLinks).tokenOf(confirmation?.id ?? '');
      const ways = [
        [`/u/${token}`, 'stop=this'],
        [`/u/${token}`, 'stop=everything'],
        [`/u/${token}`, 'List-Unsubscribe=One-Click'],
        [`/p/${token}`, 'allow=email.newsletter'],
        [`/p/${token}`, 'stop=all.all'],
        [`/c/${asked}`, 'confirm=yes'],
      ] as const;
      await erase(officer, id);
      const before = await rows();
      const unkind: string[] = [];
      for (const [path, pressed] of ways)
        for (const language of ['fi', 'sv', 'en']) {
          const seen = await app.stranger.agent.get(`${path}?lang=${language}`);
          const answered = await app.stranger.agent
            .post(`${path}?lang=${language}`)
            .type('form')
            .send(pressed);
          for (const { status, text } of [seen, answered]) {
            if (status !== 200 && status !== 404 && status !== 410) unkind.push(`${path} ${status}`);
            expect(text).not.toMatch(/linkinhaltija|linkin\.haltija|haltija@/i);
          }
        }
      expect(unkind).toEqual([]);
      expect(await rows()).toEqual(before);
    });
  });
});

type Sent = Awaited<ReturnType<typeof sentMessage>>;
