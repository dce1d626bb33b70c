import { newId } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import {
  aContact,
  createTestApp,
  databaseOf,
  password,
  startMailServer,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import supertest from 'supertest';
import { DeliverMail } from '../libs/mail/src/deliver-mail.js';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { addPeople } from './support/messages/outbox.js';

const nobodys = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('the mailbox of an installation without a mail server', () => {
  let app: TestApp;
  let admin: Caller;
  let onlyAdmin: Caller;
  let later = 0;

  const invite = async (fields: object = {}) =>
    (
      await admin
        .post('/invitations', {
          name: 'Vieno Uusi',
          email: `vieno.${newId()}@havukka.example`,
          roles: ['salesperson'],
          language: 'sv',
          ...fields,
        })
        .expect(201)
    ).body;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(Date.now() + later) } });
    admin = await app.setUp();
    onlyAdmin = await app.signIn(admin, { roles: ['admin'] });
  });
  afterAll(() => app.close());

  it('keeps what would have been sent, and shows it, so that the link can be handed on', async () => {
    const { email } = await invite();
    const { body: page } = await onlyAdmin.get('/mailbox').expect(200);
    expect(page).toMatchObject({ isDeliverable: false, nextCursor: null });
    const [message] = page.items;
    expect(message).toEqual({
      id: expect.any(String),
      template: 'invitation',
      language: 'sv',
      to: email,
      status: 'kept',
      attempts: 0,
      failure: null,
      createdAt: expect.any(String),
      handedOverAt: null,
    });
    const { body: letter } = await onlyAdmin.get(`/mailbox/${message.id}`).expect(200);
    expect(letter).toMatchObject({ ...message, subject: expect.stringContaining('Inbjudan') });
    const [, token = ''] = /\/invitation#([\w-]{43})$/m.exec(letter.text) ?? [];
    expect(letter.html).toContain(`/invitation#${token}`);
    const accepted = { token, password: 'kuha viihtyy illalla' };
    const browser = supertest(app.app.getHttpServer());
    await browser.post('/api/v1/invitation-acceptances').send(accepted).expect(201);
    expect(await app.rows(`SELECT 1 FROM pgboss.job WHERE name = 'mail.delivery'`)).toEqual([]);
  });

  it('is sealed where it lies', async () => {
    const { email } = await invite({ name: 'Sinikka Sinetöity' });
    const [row] = await app.rows('SELECT sealed_values FROM mail_messages WHERE recipient = $1', [email]);
    expect(row?.sealed_values).toMatch(/^[\w-]{40,}$/);
    const rows = await app.rows('SELECT * FROM mail_messages');
    expect(JSON.stringify(rows)).not.toContain('Sinikka');
  });

  it('is read on record, page by page, newest first', async () => {
    for (let i = 0; i < 3; i++) await invite();
    const first = (await onlyAdmin.get('/mailbox?limit=2').expect(200)).body;
    const second = (await onlyAdmin.get(`/mailbox?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    const times = [...first.items, ...second.items].map(({ createdAt }: { createdAt: string }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(times).toHaveLength(4);
    await onlyAdmin.get(`/mailbox/${first.items[0].id}`).expect(200);
    const [listed, read] = await app.rows(
      `SELECT DISTINCT action, subject_id FROM audit_events WHERE action LIKE 'mail_message.%'
       AND (subject_id IS NULL OR subject_id = $1) ORDER BY action`,
      [first.items[0].id],
    );
    expect(listed).toEqual({ action: 'mail_message.list', subject_id: null });
    expect(read).toEqual({ action: 'mail_message.read', subject_id: first.items[0].id });
  });

  it('shows a letter, which can hold a one-time link, to whoever has just shown who they are', async () => {
    await invite();
    later = 11 * 60_000;
    const [message] = (await onlyAdmin.get('/mailbox').expect(200)).body.items;
    const { body } = await onlyAdmin.get(`/mailbox/${message.id}`).expect(403);
    expect(body.code).toBe('reauthentication_required');
    await onlyAdmin.put('/sessions/current/proof', { password }).expect(204);
    const { body: letter } = await onlyAdmin.get(`/mailbox/${message.id}`).expect(200);
    expect(letter.text).toContain('/invitation#');
    later = 0;
  });

  it('shows mail to people of the register to those alone who act for them', async () => {
    const { body: contact } = await admin.post('/contacts', aContact()).expect(201);
    const id = await databaseOf(app).transaction((tx) =>
      app.app.get(Mailer).queue(tx, {
        to: 'asa@kvarnen.example',
        language: 'sv',
        template: 'restriction_lifting',
        values: { name: 'Åsa Lindqvist', since: '2026-11-01T10:00:00Z', reason: 'Uppgifterna är rättade.' },
        contactId: contact.id,
      }),
    );
    await onlyAdmin.get(`/mailbox/${id}`).expect(404);
    const { body: page } = await onlyAdmin.get('/mailbox').expect(200);
    expect(page.items.map((one: { id: string }) => one.id)).not.toContain(id);
    const { body: letter } = await admin.get(`/mailbox/${id}`).expect(200);
    expect(letter.text).toContain('artikel 18.3');
    expect((await admin.get('/mailbox').expect(200)).body.items[0].id).toBe(id);
  });

  it('keeps what would have left for people of the register, with the link to say no and its headers (C8)', async () => {
    const [id = ''] = await addPeople(app, 1, { prefix: 'kept' });
    const asking = {
      purpose: 'direct_marketing',
      subject: 'Nya kvarnstenar',
      body: 'Hej!',
      roleReason: 'köper in',
    };
    await admin.post(`/contacts/${id}/messages`, asking).expect(201);
    later = 10_000;
    await app.app.get(HandOvers).run();
    later = 0;
    const { items } = (await admin.get('/mailbox').expect(200)).body;
    const message = items.find(({ template }: { template: string }) => template === 'message');
    expect(message).toMatchObject({
      to: 'kept1@kvarnen.example',
      status: 'kept',
      language: 'sv',
      handedOverAt: null,
    });
    const { body: letter } = await admin.get(`/mailbox/${message.id}`).expect(200);
    expect(letter.subject).toBe('Nya kvarnstenar');
    const [link = ''] = /http:\/\/127\.0\.0\.1\/u\/[\w-]{32}/.exec(letter.text) ?? [];
    expect(letter.html).toContain(link);
    expect(letter.headers).toEqual([
      { name: 'List-Unsubscribe', value: `<${link}>` },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
      { name: 'Precedence', value: 'bulk' },
    ]);
    await onlyAdmin.get(`/mailbox/${message.id}`).expect(404);
    const [row] = await app.rows('SELECT * FROM messages WHERE id = $1', [message.id]);
    expect(row).toMatchObject({ status: 'kept', decision_code: 'job_role', interaction_id: null });
  });

  it('is closed to strangers and to other roles', async () => {
    const others = await app.signIn(admin, { roles: ['salesperson', 'technician', 'auditor'] });
    for (const path of ['/mailbox', `/mailbox/${nobodys}`]) {
      await app.stranger.get(path).expect(401);
      expect((await others.get(path).expect(403)).body.code).toBe('forbidden');
    }
    await onlyAdmin.get(`/mailbox/${nobodys}`).expect(404);
    await onlyAdmin.get('/mailbox/1').expect(404);
    await onlyAdmin.get('/mailbox?limit=0').expect(400);
    await onlyAdmin.get('/mailbox?cursor=abc').expect(400);
  });
});

describe('the mailbox of an installation with a mail server', () => {
  it('says what became of each message, and shows nobody what is for its reader alone', async () => {
    const server = await startMailServer();
    const app = await createTestApp({ mail: server.mail });
    const admin = await app.setUp();
    server.refuse('vieno@havukka.example', 550, 1);
    const invitation = { name: 'Vieno', roles: ['salesperson'], language: 'fi' };
    await admin.post('/invitations', { ...invitation, email: 'vieno@havukka.example' }).expect(201);
    await admin.post('/invitations', { ...invitation, email: 'veikko@havukka.example' }).expect(201);
    const settled = async () => {
      for (;;) {
        const { body } = await admin.get('/mailbox').expect(200);
        if (body.items.every(({ status }: { status: string }) => status !== 'waiting')) return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const page = await settled();
    expect(page.isDeliverable).toBe(true);
    expect(page.items).toEqual([
      expect.objectContaining({
        to: 'veikko@havukka.example',
        status: 'handed_over',
        handedOverAt: expect.any(String),
      }),
      expect.objectContaining({
        to: 'vieno@havukka.example',
        status: 'failed',
        failure: 'EENVELOPE 550',
      }),
    ]);
    for (const { id } of page.items)
      expect((await admin.get(`/mailbox/${id}`).expect(200)).body).toMatchObject({ text: null, html: null });
    await app.close();
    await server.close();
  });

  it('shows no letter that still waits, and keeps it when the mail server is taken away', async () => {
    const server = await startMailServer();
    const app = await createTestApp({ mail: server.mail, process: 'api' });
    const admin = await app.setUp();
    const email = 'vieno@havukka.example';
    await admin
      .post('/invitations', { name: 'Vieno', roles: ['salesperson'], language: 'fi', email })
      .expect(201);
    const [message] = (await admin.get('/mailbox').expect(200)).body.items;
    expect(message.status).toBe('waiting');
    expect((await admin.get(`/mailbox/${message.id}`).expect(200)).body.text).toBeNull();
    await server.close();
    const without = await createTestApp({ database: app.database });
    await without.app.get(DeliverMail).run(message.id);
    const { body: letter } = await admin.get(`/mailbox/${message.id}`).expect(200);
    expect(letter).toMatchObject({ status: 'kept', text: expect.stringContaining('/invitation#') });
    await without.close();
    await app.close();
  });
});
