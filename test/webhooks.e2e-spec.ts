import { createHmac } from 'node:crypto';
import { Purges } from '@seloste/platform';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { Webhook as Verifier } from 'standardwebhooks';
import { WebhookDispatch } from '../libs/webhooks/src/dispatch-webhooks.js';
import { startWebhookReceiver, type WebhookReceiver } from './support/webhook-receiver.js';

const hour = 60 * 60_000;
const day = 24 * hour;

interface Delivery {
  id: string;
  event: string;
  status: string;
  attempts: number;
  lastStatus: number | null;
  lastProblem: string | null;
  nextAttemptAt: string | null;
}

describe('webhooks', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  let receiver: WebhookReceiver;
  let now = Date.now();

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) }, process: 'api' });
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  beforeEach(async () => {
    receiver = await startWebhookReceiver();
  });
  afterEach(async () => {
    await receiver.close();
    await app.rows('DELETE FROM webhooks');
    now = Date.now();
    await app.rows('UPDATE sessions SET proved_at = $1', [new Date(now)]);
  });
  afterAll(() => app.close());

  const make = async (events = ['contact.create'], url = receiver.url) =>
    (await admin.post('/webhooks', { url, events }).expect(201)).body as { id: string; secret: string };
  const send = () => app.app.get(WebhookDispatch).run();
  const deliveriesOf = async (id: string): Promise<Delivery[]> =>
    (await admin.get(`/webhooks/${id}/deliveries`).expect(200)).body.items;
  const stateOf = async (id: string) => (await admin.get(`/webhooks/${id}`).expect(200)).body;
  const actions = async (id: string) =>
    (
      await app.rows<{ action: string }>(
        'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id',
        [id],
      )
    ).map(({ action }) => action);

  it('tell another system of an act by ids and names alone, signed after Standard Webhooks', async () => {
    const { id, secret } = await make();
    const contact = (await salesperson.post('/contacts', aContact({ firstName: 'Tuulikki' })).expect(201))
      .body;
    await send();
    const [message] = receiver.messages;
    expect(receiver.messages).toHaveLength(1);
    const { headers, body = '' } = message ?? {};
    expect(JSON.parse(body)).toEqual({
      type: 'contact.create',
      timestamp: expect.any(String),
      data: { subjectType: 'contact', subjectId: contact.id },
    });
    expect(body).not.toMatch(/Tuulikki|Lindqvist/);
    expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
    const signed = [headers?.['webhook-id'], headers?.['webhook-timestamp'], body].join('.');
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers?.['webhook-signature']).toBe(`v1,${signature}`);
    expect(await deliveriesOf(id)).toEqual([
      expect.objectContaining({
        id: headers?.['webhook-id'],
        event: 'contact.create',
        status: 'delivered',
        attempts: 1,
        lastStatus: 204,
      }),
    ]);
    await send();
    expect(receiver.messages).toHaveLength(1);
  });

  it('hold a secret that is shown once and sealed', async () => {
    const { id, secret } = await make();
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    const shown = await stateOf(id);
    expect(shown).toEqual({
      id,
      url: receiver.url,
      events: ['contact.create'],
      createdAt: expect.any(String),
      createdBy: { id: expect.any(String), name: 'Aino Testaaja' },
      status: 'working',
      failingSince: null,
      disabledAt: null,
      disabledBy: null,
    });
    expect((await admin.get('/webhooks').expect(200)).body.items).toEqual([shown]);
    const rows = await app.rows('SELECT * FROM webhooks');
    expect(JSON.stringify(rows)).not.toContain(secret.replace('whsec_', ''));
  });

  it('are told only of what they want, and only of what was committed', async () => {
    const { id } = await make(['company.create']);
    await salesperson.post('/contacts', aContact()).expect(201);
    const company = (await salesperson.post('/companies', aCompany()).expect(201)).body;
    await salesperson.post('/companies', aCompany({ businessId: '1234567-2' })).expect(400);
    await app.rows('BEGIN');
    await app.rows(
      `INSERT INTO audit_events (id, occurred_at, actor_kind, actor_name, action, subject_type, request_id)
       VALUES (gen_random_uuid(), now(), 'system', 'test', 'company.create', 'company', 'test')`,
    );
    await app.rows('ROLLBACK');
    expect(await deliveriesOf(id)).toHaveLength(1);
    await send();
    expect(receiver.messages.map(({ body }) => JSON.parse(body).data.subjectId)).toEqual([company.id]);
  });

  it('are tried again under the same id, at growing distances, until they come through', async () => {
    const { id } = await make();
    receiver.status = 500;
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    const [first] = await deliveriesOf(id);
    expect(first).toMatchObject({ status: 'waiting', attempts: 1, lastStatus: 500, lastProblem: 'status' });
    expect(await stateOf(id)).toMatchObject({ status: 'failing', failingSince: expect.any(String) });
    await send();
    expect(receiver.messages).toHaveLength(1);
    now += 5_000;
    receiver.status = null;
    await send();
    expect((await deliveriesOf(id))[0]).toMatchObject({
      attempts: 2,
      lastStatus: null,
      lastProblem: 'unreachable',
    });
    now += 60_000;
    receiver.status = 200;
    await send();
    expect((await deliveriesOf(id))[0]).toMatchObject({
      status: 'delivered',
      attempts: 3,
      nextAttemptAt: null,
    });
    expect(await stateOf(id)).toMatchObject({ status: 'working', failingSince: null });
    expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('are disabled after failing for three days, on record, and their maker is told by mail', async () => {
    const { id } = await make();
    receiver.status = 503;
    await salesperson.post('/contacts', aContact()).expect(201);
    for (let i = 0; i < 12; i++) {
      await send();
      now += 8 * hour;
    }
    const state = (await app.rows<Record<string, unknown>>('SELECT * FROM webhooks WHERE id = $1', [id]))[0];
    expect(state).toMatchObject({ disabled_at: expect.any(Date), disabled_by: null });
    expect(await actions(id)).toEqual(['webhook.create', 'webhook.disable']);
    const letters = await app.rows(
      `SELECT template, recipient, about_id FROM mail_messages WHERE about_id = $1`,
      [id],
    );
    expect(letters).toEqual([
      { template: 'webhook_disabled', recipient: 'aino@havukka.example', about_id: id },
    ]);
    const count = receiver.messages.length;
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect(receiver.messages).toHaveLength(count);
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(['failed']);
  });

  it('are disabled at once by a receiver that says it is gone, and enabled again by hand', async () => {
    const { id } = await make();
    receiver.status = 410;
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect(await stateOf(id)).toMatchObject({ status: 'disabled', disabledBy: null });
    receiver.status = 204;
    await admin.put(`/webhooks/${id}/activation`).expect(200);
    await admin.put(`/webhooks/${id}/activation`).expect(200);
    expect(await stateOf(id)).toMatchObject({ status: 'working', failingSince: null });
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect(receiver.messages).toHaveLength(2);
    expect(await actions(id)).toEqual(['webhook.create', 'webhook.disable', 'webhook.enable']);
  });

  it('send nothing while somebody has disabled them, nor afterwards what happened meanwhile', async () => {
    const { id } = await make();
    await salesperson.post('/contacts', aContact()).expect(201);
    const { body } = await admin.delete(`/webhooks/${id}/activation`).expect(200);
    expect(body).toMatchObject({ status: 'disabled', disabledBy: { name: 'Aino Testaaja' } });
    await salesperson.post('/contacts', aContact()).expect(201);
    await admin.put(`/webhooks/${id}/activation`).expect(200);
    await send();
    expect(receiver.messages).toEqual([]);
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'failed', lastProblem: 'disabled', attempts: 0 },
    ]);
  });

  it('follow no redirect', async () => {
    const elsewhere = await startWebhookReceiver();
    const { id } = await make();
    Object.assign(receiver, { status: 307, headers: { Location: elsewhere.url } });
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'waiting', lastStatus: 307 });
    expect(elsewhere.messages).toEqual([]);
    await elsewhere.close();
  });

  it('take no more than a little of an answer', async () => {
    const { id } = await make();
    receiver.body = Buffer.alloc(20_000_000, 'x');
    receiver.status = 200;
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'delivered', lastStatus: 200 });
    expect(receiver.isWholeAnswerTaken).toBe(false);
  });

  it('do not go where a name leads to a private network by the time of sending', async () => {
    const { id } = await make();
    await app.rows(`UPDATE webhooks SET url = 'https://10.0.0.1/hooks' WHERE id = $1`, [id]);
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'waiting', lastProblem: 'private_address' });
  });

  it('serve one receiver while another fails', async () => {
    const failing = await make(['contact.create'], 'https://127.0.0.1:9/');
    const working = await make();
    for (let i = 0; i < 3; i++) await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    expect(receiver.messages).toHaveLength(3);
    expect((await deliveriesOf(working.id)).map(({ status }) => status)).toEqual(Array(3).fill('delivered'));
    expect((await deliveriesOf(failing.id)).filter(({ attempts }) => attempts > 0)).toHaveLength(1);
  });

  it('send a message again that a process was killed over', async () => {
    const { id } = await make();
    await salesperson.post('/contacts', aContact()).expect(201);
    await app.rows(`UPDATE webhook_deliveries SET attempts = 1, next_attempt_at = $1`, [
      new Date(now + 60_000),
    ]);
    await send();
    expect(receiver.messages).toEqual([]);
    now += 60_000;
    await send();
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  });

  it('remember for thirty days what they sent', async () => {
    const { id } = await make();
    await salesperson.post('/contacts', aContact()).expect(201);
    await send();
    const sentAt = now;
    const over = { before: new Date(0), today: '', action: 'delete', interactionType: null } as const;
    const purges = app.app.get(Purges).of('technical_data');
    const forget = () =>
      purges.find(({ tables }) => tables.includes('webhook_deliveries'))?.run(over, () => Promise.resolve());
    now = sentAt + 30 * day - hour;
    await forget();
    expect(await app.rows('SELECT 1 FROM webhook_deliveries WHERE webhook_id = $1', [id])).toHaveLength(1);
    now = sentAt + 30 * day + hour;
    await forget();
    expect(await app.rows('SELECT 1 FROM webhook_deliveries WHERE webhook_id = $1', [id])).toHaveLength(0);
  });

  it.each([
    ['http to elsewhere', { url: 'http://hooks.example/in' }, 'url'],
    ['an address in a private network', { url: 'https://192.168.1.10/in' }, 'url'],
    ['an address of the cloud’s own', { url: 'https://[::ffff:169.254.169.254]/' }, 'url'],
    ['an address written as a number', { url: 'https://167772161/' }, 'url'],
    ['a login', { url: 'https://aino:salaisuus@hooks.example/' }, 'url'],
    ['another scheme', { url: 'file:///etc/passwd' }, 'url'],
    ['no URL', { url: 'hooks' }, 'url'],
    ['no events', { events: [] }, 'events'],
    ['looks at people as events', { events: ['contact.read'] }, 'events'],
    ['a secret of the caller’s choice', { secret: 'whsec_x' }, 'secret'],
  ])('are not made with %s', async (_, fields, field) => {
    const { body } = await admin
      .post('/webhooks', { url: 'https://hooks.example/in', events: ['contact.create'], ...fields })
      .expect(400);
    expect(body.fields[0].field).toBe(field);
    expect(JSON.stringify(body)).not.toContain('salaisuus');
  });

  it('are kept by whoever manages them, who has lately shown who they are', async () => {
    const { id } = await make();
    const body = { url: receiver.url, events: ['contact.create'] };
    await app.stranger.post('/webhooks', body).expect(401);
    await app.stranger.get('/webhooks').expect(401);
    await salesperson.post('/webhooks', body).expect(403);
    for (const path of ['/webhooks', `/webhooks/${id}`, `/webhooks/${id}/deliveries`])
      await salesperson.get(path).expect(403);
    await salesperson.delete(`/webhooks/${id}`).expect(403);
    now += 11 * 60_000;
    expect((await admin.post('/webhooks', body).expect(403)).body.code).toBe('reauthentication_required');
    await admin.put(`/webhooks/${id}/activation`).expect(403);
  });

  it('end with everything that was to be sent', async () => {
    const { id } = await make();
    await salesperson.post('/contacts', aContact()).expect(201);
    await admin.delete(`/webhooks/${id}`).expect(204);
    await admin.delete(`/webhooks/${id}`).expect(404);
    await admin.get(`/webhooks/${id}/deliveries`).expect(404);
    await send();
    expect(receiver.messages).toEqual([]);
    expect(await app.rows('SELECT 1 FROM webhook_deliveries')).toEqual([]);
    expect(await actions(id)).toEqual(['webhook.create', 'webhook.delete']);
  });

  it('are served by a working process by itself, once however many work', async () => {
    const workers = await Promise.all(
      (['worker', 'all'] as const).map((process) => createTestApp({ database: app.database, process })),
    );
    await make();
    await salesperson.post('/contacts', aContact()).expect(201);
    const end = performance.now() + 20_000;
    while (receiver.messages.length === 0 && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const worker of workers) await worker.close();
    expect(receiver.messages).toHaveLength(1);
  });
});
