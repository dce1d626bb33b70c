import { newId } from '@seloste/kernel';
import { createTestApp, limitedUrl, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { addPeople, queueMailing } from './support/messages/outbox.js';

const decided = `decided_at = now(), decision_code = 'job_role', decision_law = '917/2014 s. 202'`;

describe('marketing that leaves undecided', () => {
  let app: TestApp;
  let limited: Client;
  let people: string[];

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    await app.setUp();
    people = await addPeople(app, 6);
    limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
  });
  afterAll(async () => {
    await limited.end();
    await app.close();
  });

  const object = (contactId: string) =>
    app.rows(
      `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at) VALUES ($1, $2, 'all', 'all', now(), 'phone', now())`,
      [newId(), contactId],
    );
  const writers = [
    ['the app', (sql: string, values: unknown[]) => limited.query(sql, values)],
    ['the owner of the database', (sql: string, values: unknown[]) => app.rows(sql, values)],
  ] as const;

  it.each(writers)('is refused to %s by the database itself (H12, design rule 2)', async (_, write) => {
    const [objecting = '', willing = ''] = await addPeople(app, 2, { prefix: newId() });
    const { ids } = await queueMailing(app, [objecting, willing]);
    await object(objecting);
    for (const status of ['handing_over', 'in_doubt', 'kept'])
      await expect(
        write(`UPDATE messages SET status = $2, ${decided} WHERE id = ANY($1)`, [ids, status]),
      ).rejects.toMatchObject({ code: '23514', constraint: 'messages_leave_permitted' });
    await expect(
      write(`UPDATE messages SET status = 'handed_over', handed_over_at = now(), ${decided} WHERE id = $1`, [
        ids[0],
      ]),
    ).rejects.toMatchObject({ constraint: 'messages_leave_permitted' });
    await write(`UPDATE messages SET status = 'handing_over', ${decided} WHERE id = $1`, [ids[1]]);
    // On its way with one decision, it does not become another's message.
    await expect(
      write(`UPDATE messages SET contact_id = $2 WHERE id = $1`, [ids[1], objecting]),
    ).rejects.toMatchObject({ constraint: 'messages_leave_permitted' });
    await object(willing);
    // What had left before the objection may be put on record afterwards.
    await write(`UPDATE messages SET status = 'handed_over', handed_over_at = now() WHERE id = $1`, [ids[1]]);
  });

  it.each(writers)('does not come in as sent already, from %s', async (_, write) => {
    const [objecting = ''] = await addPeople(app, 1, { prefix: newId() });
    await object(objecting);
    const insert = (purpose: string, messageClass: string) =>
      write(
        `INSERT INTO messages (id, class, channel, purpose, contact_id, language, origin_kind, origin_id, status, not_before, handed_over_at, created_at,
           decided_at, decision_code, decision_law)
         VALUES ($1, $2, 'email', $3, $4, 'sv', 'mailing', $1, 'handed_over', now(), now(), now(), now(), 'job_role', 'x')`,
        [newId(), messageClass, purpose, objecting],
      );
    await expect(insert('newsletter', 'marketing')).rejects.toMatchObject({
      constraint: 'messages_leave_permitted',
    });
    // V4: nor as service.
    await expect(insert('newsletter', 'service')).rejects.toMatchObject({
      constraint: 'messages_are_of_their_purposes_class',
    });
    await insert('service', 'service');
  });

  it('is refused without the decision on its row, permitted or not', async () => {
    const { ids } = await queueMailing(app, people.slice(0, 1));
    await expect(
      limited.query(`UPDATE messages SET status = 'handing_over' WHERE id = ANY($1)`, [ids]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'messages_leave_decided' });
  });

  it('does not wait for a restricted person, and is not sent when the restriction ends (GDPR Art. 18)', async () => {
    const [id = ''] = people;
    const before = (await queueMailing(app, [id])).ids;
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [id]);
    const during = (await queueMailing(app, [id])).ids;
    expect((await limited.query('SELECT 1 FROM messages WHERE contact_id = $1', [id])).rowCount).toBe(0);
    await app.rows('UPDATE contacts SET restricted = false WHERE id = $1', [id]);
    const { rows } = await limited.query('SELECT status, decision_code FROM messages WHERE id = ANY($1)', [
      [...before, ...during],
    ]);
    expect(rows).toEqual(Array(2).fill({ status: 'stopped', decision_code: 'restricted' }));
  });

  it('waits for an objection that is being recorded, and then does not leave', async () => {
    const [id = ''] = people.slice(2);
    const { ids } = await queueMailing(app, [id]);
    const owner = new Client({ connectionString: app.database.url });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(
      `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at) VALUES ($1, $2, 'email', 'newsletter', now(), 'one_click', now())`,
      [newId(), id],
    );
    const leaving = limited.query(
      `UPDATE messages SET status = 'handing_over', ${decided} WHERE id = ANY($1)`,
      [ids],
    );
    const outcome = expect(leaving).rejects.toMatchObject({ constraint: 'messages_leave_permitted' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await owner.query('COMMIT');
    await outcome;
    await owner.end();
  });
});
