import { newId } from '@seloste/kernel';
import {
  aCompany,
  aContact,
  createTestApp,
  eventually,
  startMailServer,
  purge,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';

const service = {
  purpose: 'service',
  subject: 'Din beställning',
  body: 'Hej!\n\nKvarnstenarna kommer på tisdag.',
};
const marketing = {
  purpose: 'direct_marketing',
  subject: 'Nya kvarnstenar',
  body: 'Hej!\n\nSe https://kvarnen.example/stenar',
  roleReason: 'köper in stenar',
};

describe('mail to one person', () => {
  let server: MailServer;
  let app: TestApp;
  let admin: Caller;
  let samu: Caller;
  let later = 0;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({
      mail: server.mail,
      clock: { now: () => new Date(Date.now() + later) },
    });
    admin = await app.setUp();
    samu = await app.signIn(admin, { name: 'Samu Myyjä', email: 'samu@havukka.example' });
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const person = async (fields: object = {}) => {
    const company = (await samu.post('/companies', aCompany()).expect(201)).body;
    const emails = [`asa.${newId()}@kvarnen.example`];
    const contact = aContact({ emails, title: 'Inköpare', language: 'sv', companyId: company.id, ...fields });
    return {
      id: (await samu.post('/contacts', contact).expect(201)).body.id as string,
      email: String(emails[0]),
    };
  };
  const write = async (id: string, message: object) =>
    (await samu.post(`/contacts/${id}/messages`, message).expect(201)).body;
  const leave = async () => {
    later += 10_000;
    await app.app.get(HandOvers).run();
  };
  const mailTo = (email: string) => server.waitFor(({ to }) => JSON.stringify(to ?? '').includes(email));

  it('leaves after ten seconds, in which it can be taken back, and is told in the timeline', async () => {
    const { id, email } = await person();
    const message = await write(id, service);
    expect(message).toMatchObject({
      contactId: id,
      class: 'service',
      purpose: 'service',
      language: 'sv',
      subject: service.subject,
      status: 'waiting',
      originKind: 'one_to_one',
      author: { name: 'Samu Myyjä' },
      decision: {
        channel: 'email',
        purpose: 'service',
        allowed: true,
        code: 'service',
        sentence: expect.any(String),
      },
    });
    expect(new Date(message.notBefore).getTime() - new Date(message.createdAt).getTime()).toBe(10_000);
    await app.app.get(HandOvers).run();
    expect((await samu.get(`/contacts/${id}/messages`).expect(200)).body.items[0].status).toBe('waiting');
    await leave();
    const mail = await mailTo(email);
    expect(mail).toMatchObject({ subject: service.subject, messageId: `<${message.id}@havukka.example>` });
    expect(mail.text).toContain('Kvarnstenarna kommer på tisdag.');
    expect(mail.from?.value[0]).toEqual({
      name: 'Samu Myyjä, Havukka Palvelut Oy',
      address: 'crm@havukka.example',
    });
    expect(mail.replyTo?.value[0]?.address).toBe('samu@havukka.example');
    expect(mail.headers.has('list-unsubscribe')).toBe(false);
    const [told] = (await samu.get(`/contacts/${id}/timeline`).expect(200)).body.items;
    expect(told).toMatchObject({
      type: 'email',
      direction: 'out',
      subject: service.subject,
      body: service.body,
      author: { name: 'Samu Myyjä' },
    });
    const { items } = (await samu.get(`/contacts/${id}/messages`).expect(200)).body;
    expect(items).toMatchObject([
      { id: message.id, status: 'handed_over', interactionId: told.id, decision: { code: 'service' } },
    ]);
    const audited = await app.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY occurred_at`,
      [message.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(['message.create', 'message.hand_over']);
    const [telling] = await app.rows(
      `SELECT subject_type, shown_ids FROM audit_events WHERE action = 'interaction.create' AND subject_id = $1`,
      [told.id],
    );
    expect(telling).toEqual({ subject_type: 'interaction', shown_ids: [id] });
    const [row] = await app.rows('SELECT sealed_content FROM messages WHERE id = $1', [message.id]);
    expect(row?.sealed_content).toBeNull();
  });

  it('is taken back while it waits, and not later', async () => {
    const { id, email } = await person();
    const first = await write(id, service);
    await samu.delete(`/messages/${first.id}`).expect(204);
    await samu.delete(`/messages/${first.id}`).expect(409);
    const second = await write(id, { ...service, subject: 'Den andra' });
    await leave();
    expect((await mailTo(email)).subject).toBe('Den andra');
    const { body } = await samu.delete(`/messages/${second.id}`).expect(409);
    expect(body.code).toBe('message_gone');
    const statuses = (await samu.get(`/contacts/${id}/messages`).expect(200)).body.items.map(
      (m: { status: string }) => m.status,
    );
    expect(statuses).toEqual(['handed_over', 'cancelled']);
  });

  it('carries the way to say no when it is marketing (C8), and then is not sent again (H12)', async () => {
    const { id, email } = await person();
    await write(id, marketing);
    await leave();
    const mail = await mailTo(email);
    const [url = ''] = /http:\/\/127\.0\.0\.1\/u\/[\w-]{32}/.exec(String(mail.text)) ?? [];
    expect(mail.html).toContain(url);
    const list = mail.headers.get('list') as unknown as Record<string, object>;
    expect(list['unsubscribe-post']).toMatchObject({ name: 'List-Unsubscribe=One-Click' });
    expect(list.unsubscribe).toMatchObject({ url });
    expect(mail.headers.get('precedence')).toBe('bulk');
    await samu
      .post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'direct_marketing' })
      .expect(201);
    const { body } = await samu.post(`/contacts/${id}/messages`, marketing).expect(409);
    const permission = {
      code: 'objected',
      allowed: false,
      sentence: expect.stringMatching(/^Henkilö on kieltänyt suora/),
    };
    expect(body).toMatchObject({ code: 'not_permitted', permission });
    await samu.patch('/me', { language: 'sv' }).expect(200);
    const { body: påSvenska } = await samu.post(`/contacts/${id}/messages`, marketing).expect(409);
    expect(påSvenska.permission.sentence).toMatch(/^Personen har förbjudit .* per e-post/);
    await samu.patch('/me', { language: 'fi' }).expect(200);
    await write(id, service);
  });

  it('is stopped by an objection that comes while it waits', async () => {
    const { id } = await person();
    await write(id, marketing);
    await samu.post(`/contacts/${id}/objections`, { channel: 'all', purpose: 'all' }).expect(201);
    await leave();
    await eventually(async () => {
      const { items } = (await samu.get(`/contacts/${id}/messages`).expect(200)).body;
      expect(items).toMatchObject([
        {
          status: 'stopped',
          decision: { allowed: false, code: 'objected', evidence: { type: 'objection' } },
        },
      ]);
    });
  });

  it('leaves no words behind for longer than a month when it never left (GDPR Art. 5(1)(e))', async () => {
    const { id } = await person();
    const message = await write(id, marketing);
    await samu.post(`/contacts/${id}/objections`, { channel: 'all', purpose: 'all' }).expect(201);
    await leave();
    const wordsOf = async () =>
      (await app.rows('SELECT status, sealed_content FROM messages WHERE id = $1', [message.id]))[0];
    await purge(app, 'message_bodies', new Date(Date.now() - 30 * 24 * 60 * 60 * 1000));
    expect(await wordsOf()).toMatchObject({ status: 'stopped', sealed_content: expect.any(String) });
    await app.rows(`UPDATE messages SET created_at = created_at - interval '31 days' WHERE id = $1`, [
      message.id,
    ]);
    await purge(app, 'message_bodies', new Date(Date.now() - 30 * 24 * 60 * 60 * 1000));
    expect(await wordsOf()).toMatchObject({ status: 'stopped', sealed_content: null });
  });

  it('asks what marketing has to do with the person’s work (C2)', async () => {
    const { id } = await person();
    const unsaid = { ...marketing, roleReason: null };
    const { body } = await samu.post(`/contacts/${id}/messages`, unsaid).expect(400);
    expect(body.fields).toMatchObject([{ field: 'roleReason', code: 'required' }]);
    const other = await samu.post(`/contacts/${id}/messages`, { ...unsaid, areas: ['kassaskåp'] });
    expect([409, 400]).toContain(other.status);
  });

  it('gives the notice to whom it is due, and puts that on record (GDPR Art. 14)', async () => {
    const { id, email } = await person({ sources: [{ kind: 'public_register', what: 'handelsregistret' }] });
    await write(id, marketing);
    await leave();
    const mail = await mailTo(email);
    expect(mail.text).toContain('handelsregistret');
    const [duty] = await app.rows('SELECT * FROM notice_duties WHERE contact_id = $1', [id]);
    expect(duty).toMatchObject({
      discharged_via: 'message',
      discharged_at: expect.any(Date),
      message_id: expect.any(String),
    });
    const acts = await app.rows(
      `SELECT actor_kind, fields FROM audit_events WHERE action = 'notice_duty.discharge' AND subject_id = $1`,
      [id],
    );
    expect(acts).toEqual([{ actor_kind: 'system', fields: ['dischargedAt', 'dischargedVia'] }]);
  });

  it('is written once when the same request comes again', async () => {
    const [{ id }, other] = [await person(), await person()];
    const send = (to: string) =>
      samu.post(`/contacts/${to}/messages`, service).set('Idempotency-Key', `once-${id}`);
    const answers = await Promise.all([send(id), send(id), send(id)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await samu.get(`/contacts/${id}/messages`).expect(200)).body.items).toHaveLength(1);
    expect((await send(other.id).expect(409)).body.code).toBe('idempotency_key_reused');
    await samu.post(`/contacts/${id}/messages`, service).set('Idempotency-Key', 'ä').expect(400);
  });

  it('is no other message under the same key, whether it waits or has left', async () => {
    const writer = await app.signIn(admin, { roles: ['sales_manager'] });
    const { id } = await person();
    const send = (fields: object) =>
      writer.post(`/contacts/${id}/messages`, { ...service, ...fields }).set('Idempotency-Key', 'same');
    const { body: first } = await send({}).expect(201);
    for (const other of [
      { purpose: 'newsletter' },
      { subject: 'Ny tid' },
      { body: 'Kvarnstenarna kommer på onsdag.' },
      { language: 'fi' },
      { areas: ['inköp'] },
      { roleReason: 'Köper kvarnstenar' },
      { templateId: newId() },
    ])
      expect((await send(other).expect(409)).body.code).toBe('idempotency_key_reused');
    await leave();
    expect((await send({ subject: 'Ny tid' }).expect(409)).body.code).toBe('idempotency_key_reused');
    expect((await send({}).expect(201)).body.id).toBe(first.id);
    expect((await samu.get(`/contacts/${id}/messages`).expect(200)).body.items).toHaveLength(1);
  });

  it.each([
    ['an unknown purpose', { purpose: 'gossip' }, 'purpose'],
    ['a purpose that nothing is sent for', { purpose: 'profiling_sales' }, 'purpose'],
    ['no subject', { subject: '' }, 'subject'],
    ['no text', { body: ' ' }, 'body'],
    ['a template that is not there', { templateId: newId() }, null],
  ])('refuses %s', async (_, fields, field) => {
    const { id } = await person();
    const { status, body } = await samu.post(`/contacts/${id}/messages`, { ...service, ...fields });
    expect(status).toBe(field === null ? 404 : 400);
    if (field !== null) expect(body.fields[0].field).toBe(field);
    expect((await samu.get(`/contacts/${id}/messages`).expect(200)).body.items).toEqual([]);
  });

  it('is nobody’s who may not write to the person', async () => {
    const { id } = await person();
    const message = await write(id, service);
    await app.stranger.post(`/contacts/${id}/messages`, service).expect(401);
    await app.stranger.get(`/contacts/${id}/messages`).expect(401);
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    await marketer.post(`/contacts/${id}/messages`, service).expect(403);
    await marketer.delete(`/messages/${message.id}`).expect(403);
    const support = await app.signIn(admin, { roles: ['support'] }); // reaches people of customers
    await support.post(`/contacts/${id}/messages`, service).expect(404);
    await support.get(`/contacts/${id}/messages`).expect(404);
    await support.delete(`/messages/${message.id}`).expect(404);
    await samu.delete(`/messages/${newId()}`).expect(404);
  });
});

describe('how fast messages leave', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  it('is set for the whole company, on record', async () => {
    expect((await admin.get('/message-settings').expect(200)).body).toMatchObject({
      perMinute: null,
      version: 1,
    });
    const { body } = await admin
      .put('/message-settings', { perMinute: 120 })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({ perMinute: 120, version: 2 });
    await admin.put('/message-settings', { perMinute: 60 }).set('If-Match', '"1"').expect(412);
    for (const perMinute of [0, -1, 1.5, '60', undefined])
      await admin.put('/message-settings', { perMinute }).expect(400);
    const rows = await app.rows(`SELECT fields FROM audit_events WHERE action = 'message_settings.update'`);
    expect(rows).toEqual([{ fields: ['perMinute'] }]);
    await (await app.signIn(admin)).get('/message-settings').expect(403);
    await app.stranger.get('/message-settings').expect(401);
  });
});
