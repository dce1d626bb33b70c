import { newId } from '@seloste/kernel';
import { Messages } from '@seloste/messages';
import {
  createTestApp,
  databaseOf,
  eventually,
  startMailServer,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { addPeople, provideMailings, queueMailing } from './support/messages/outbox.js';

describe('messages to people', () => {
  let server: MailServer;
  let app: TestApp;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail, publicUrl: 'http://127.0.0.1' });
    const admin = await app.setUp();
    const events = ['interaction.create'];
    await admin.post('/webhooks', { url: 'http://127.0.0.1:9/hook', events }).expect(201);
    provideMailings(app);
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const send = () => app.app.get(HandOvers).run();
  const rowsOf = (ids: string[]) => app.rows('SELECT * FROM messages WHERE id = ANY($1) ORDER BY id', [ids]);
  const object = (contactId: string) =>
    app.rows(
      `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at) VALUES ($1, $2, 'all', 'all', now(), 'phone', now())`,
      [newId(), contactId],
    );
  const receivedBy = (prefix: string) =>
    server.received.filter(({ mail }) => JSON.stringify(mail.to).includes(prefix)).length;

  it('leave once each, with the decision that permits them on record, and what follows (design rule 2)', async () => {
    const people = await addPeople(app, 120, { prefix: 'first' });
    const [objecting = ''] = people;
    await object(objecting);
    const { ids, origin } = await queueMailing(app, people);
    await send();
    await eventually(async () => {
      expect(await app.app.get(Messages).counts(databaseOf(app), origin)).toMatchObject({
        handed_over: 119,
        stopped: 1,
        waiting: 0,
      });
    }, 10_000);
    await send();
    expect(receivedBy('first')).toBe(119);
    const [stopped] = await app.rows('SELECT * FROM messages WHERE contact_id = $1', [objecting]);
    expect(stopped).toMatchObject({
      status: 'stopped',
      decision_code: 'objected',
      decision_evidence_type: 'objection',
      recipient: null,
    });
    const [sent] = await rowsOf(ids.slice(1, 2));
    expect(sent).toMatchObject({
      status: 'handed_over',
      decision_code: 'job_role',
      attempts: 1,
      sealed_content: null,
      followed_up_at: expect.any(Date),
    });
    const [told] = await app.rows('SELECT i.* FROM interactions i WHERE id = $1', [sent?.interaction_id]);
    expect(told).toMatchObject({
      type: 'email',
      direction: 'out',
      subject: 'Kvarnen i höst – nyheter',
      body: null,
    });
    for (const action of ['message.hand_over', 'message.tell']) {
      const [audited] = await app.rows<{ ids: string[] }>(
        `SELECT array_agg(DISTINCT x) AS ids FROM audit_events, unnest(shown_ids) x
         WHERE action = $2 AND subject_type = 'mailing' AND subject_id = $1`,
        [origin.id, action],
      );
      expect(audited?.ids.sort()).toEqual(people.slice(1).sort());
    }
    // Other systems are told of single records: a mailing is none that began to exist.
    expect(await app.rows('SELECT subject_type FROM webhook_deliveries')).toEqual([]);
  });
});
