import { newId, type Language } from '@seloste/kernel';
import { Mailer, type NewMail } from '@seloste/mail';
import {
  addressesOf,
  createTestApp,
  databaseOf,
  startMailServer,
  purge,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import type { EntityManager } from 'typeorm';
import { DeliverMail } from '../libs/mail/src/deliver-mail.js';
import { Outbox } from '../libs/mail/src/outbox.js';

const minute = 60_000;
const hour = 60 * minute;

const passwordChanged = (to: string, language: Language = 'fi'): NewMail<'password_changed'> => ({
  to,
  language,
  template: 'password_changed',
  values: { name: 'Åsa <b>Örn</b>', at: '2026-11-23T10:00:00.000Z' },
});

describe('mail', () => {
  let server: MailServer;
  let app: TestApp;
  let now = Date.now();
  const queue = (mail: NewMail<'password_changed'>) =>
    databaseOf(app).transaction((tx) => app.app.get(Mailer).queue(tx, mail));
  const statusOf = async (id: string) =>
    (await app.rows('SELECT * FROM mail_messages WHERE id = $1', [id]))[0];
  const settled = async (id: string) => {
    for (;;) {
      const row = await statusOf(id);
      if (row?.status !== 'waiting') return row;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  /** Waits for the first refusal. */
  const tried = async (id: string) => {
    while ((await statusOf(id))?.failure === null) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const receivedFor = (address: string) =>
    server.received.filter(({ mail }) => addressesOf(mail).includes(address));

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail, clock: { now: () => new Date(now) } });
    await app.setUp();
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  it.each([
    ['fi', 'Salasanasi on vaihdettu', /vaihdettiin 23\. marraskuuta 2026 klo 12\.00/],
    ['sv', 'Ditt lösenord har bytts', /byttes den 23 november 2026 kl\. 12\.00/],
    ['en', 'Your password was changed', /changed on 23 November 2026 at 12:00/],
  ] as const)('reaches its reader in %s, as text and as HTML', async (language, subject, sentence) => {
    const to = `reader.${language}@havukka.example`;
    await queue(passwordChanged(to, language));
    const mail = await server.waitFor((one) => addressesOf(one).includes(to));
    expect(mail.subject).toBe(subject);
    expect(mail.from?.value).toEqual([{ name: 'Havukka Palvelut Oy', address: 'crm@havukka.example' }]);
    expect(mail.text).toMatch(sentence);
    expect(mail.text).toContain('Åsa <b>Örn</b>');
    expect(mail.html).toMatch(sentence);
    expect(mail.html).toContain('Åsa &#60;b&#62;Örn');
    expect(mail.html).not.toMatch(/src=|@import|url\(/);
    expect(mail.headers.get('content-language')).toBe(language);
  });

  it('says that a machine wrote it and when, and can be told apart from any other', async () => {
    const id = await queue(passwordChanged('headers@havukka.example'));
    await server.waitFor((one) => addressesOf(one).includes('headers@havukka.example'));
    const [{ raw, mail } = { raw: '', mail: null }] = receivedFor('headers@havukka.example');
    expect(mail?.messageId).toBe(`<${id}@havukka.example>`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(Math.abs((mail?.date?.getTime() ?? 0) - Date.now())).toBeLessThan(minute);
    expect(raw).toMatch(/^From: =\?UTF-8\?|^From: Havukka Palvelut Oy/im);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/im);
  });

  it('is sealed until it is handed over, and forgotten then, on record', async () => {
    server.refuse('sealed@havukka.example', 451, 1);
    const id = await queue(passwordChanged('sealed@havukka.example'));
    const waiting = await databaseOf(app).read('SELECT sealed_values FROM mail_messages WHERE id = $1', [id]);
    expect(JSON.stringify(waiting)).not.toContain('Örn');
    expect(waiting).toEqual([{ sealed_values: expect.stringMatching(/^[\w-]{40,}$/) }]);
    await tried(id);
    now += 10 * minute;
    await app.app.get(Outbox).sweep();
    expect(await settled(id)).toMatchObject({
      status: 'handed_over',
      sealed_values: null,
      message_id: `<${id}@havukka.example>`,
    });
    const events = await app.rows(
      `SELECT action, actor_kind, fields FROM audit_events WHERE subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(events).toEqual([
      { action: 'mail_message.hand_over', actor_kind: 'system', fields: ['password_changed'] },
    ]);
  });

  it('does not leave when the transaction that wrote it is not committed', async () => {
    const broken = databaseOf(app).transaction(async (tx) => {
      await app.app.get(Mailer).queue(tx, passwordChanged('nobody@havukka.example'));
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await app.rows(`SELECT 1 FROM mail_messages WHERE recipient = 'nobody@havukka.example'`)).toEqual(
      [],
    );
    const jobs = await app.rows(
      `SELECT 1 FROM pgboss.job WHERE name = 'mail.delivery' AND state <> 'completed'`,
    );
    expect(jobs).toEqual([]);
  });

  it('is tried again when the server is busy, later each time', async () => {
    server.refuse('patience@havukka.example', 451, 2);
    const id = await queue(passwordChanged('patience@havukka.example'));
    const attempt = async (attempts: number) => {
      for (;;) {
        const row = await statusOf(id);
        if (row?.failure !== null && row?.attempts === attempts && row.next_attempt_at) {
          const pause = (row.next_attempt_at as Date).getTime() - now;
          if (pause !== 5 * minute) return { failure: row.failure, pause };
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    expect(await attempt(1)).toEqual({ failure: 'EENVELOPE 451', pause: minute });
    now += minute;
    await app.app.get(Outbox).sweep();
    expect(await attempt(2)).toEqual({ failure: 'EENVELOPE 451', pause: 3 * minute });
    now += 3 * minute;
    await app.app.get(Outbox).sweep();
    expect(await settled(id)).toMatchObject({ status: 'handed_over', attempts: 3 });
    expect(receivedFor('patience@havukka.example')).toHaveLength(1);
  });

  it('is given up at once when the server refuses the address, and after three days in any case', async () => {
    server.refuse('unknown@havukka.example', 550, 1);
    const refused = await queue(passwordChanged('unknown@havukka.example'));
    expect(await settled(refused)).toMatchObject({
      status: 'failed',
      failure: 'EENVELOPE 550',
      sealed_values: null,
    });
    server.refuse('old@havukka.example', 451, 2);
    const old = await queue(passwordChanged('old@havukka.example'));
    await tried(old);
    now += 73 * hour;
    await app.app.get(Outbox).sweep();
    expect(await settled(old)).toMatchObject({ status: 'failed', failure: 'EENVELOPE 451' });
  });

  it('is not delivered when what it says has run out', async () => {
    server.refuse('late@havukka.example', 451, 1);
    const deliverBefore = new Date(now + hour);
    const id = await queue({ ...passwordChanged('late@havukka.example'), deliverBefore });
    await tried(id);
    now += 2 * hour;
    await app.app.get(Outbox).sweep();
    expect(await settled(id)).toMatchObject({ status: 'failed', failure: 'too late' });
    expect(receivedFor('late@havukka.example')).toEqual([]);
  });

  it('is handed over by one of many who try at the same moment', async () => {
    const id = await queue(passwordChanged('once@havukka.example'));
    await Promise.all(Array.from({ length: 8 }, () => app.app.get(DeliverMail).run(id)));
    expect(await settled(id)).toMatchObject({ status: 'handed_over', attempts: 1 });
    expect(receivedFor('once@havukka.example')).toHaveLength(1);
  });

  it('goes out again under the same Message-ID when the process dies before it could note the hand-over', async () => {
    await app.rows(`
      CREATE SEQUENCE deaths; -- counts what is rolled back, too
      GRANT USAGE ON SEQUENCE deaths TO PUBLIC;
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('deaths'); RAISE 'the process is gone'; END $$;
      CREATE TRIGGER die BEFORE UPDATE OF handed_over_at ON mail_messages FOR EACH ROW EXECUTE FUNCTION die();`);
    const id = await queue(passwordChanged('twice@havukka.example'));
    await server.waitFor((one) => addressesOf(one).includes('twice@havukka.example'));
    while ((await app.rows('SELECT 1 FROM deaths WHERE is_called')).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await statusOf(id)).toMatchObject({ status: 'waiting', attempts: 1 });
    await app.rows('DROP TRIGGER die ON mail_messages; DROP FUNCTION die(); DROP SEQUENCE deaths');
    now += 6 * minute;
    await app.app.get(Outbox).sweep();
    expect(await settled(id)).toMatchObject({ status: 'handed_over', attempts: 2 });
    const copies = receivedFor('twice@havukka.example').map(({ mail }) => mail.messageId);
    expect(copies).toEqual([`<${id}@havukka.example>`, `<${id}@havukka.example>`]);
  });

  it('is taken over from a process that died with it, while the queue still thinks that it works', async () => {
    const api = await createTestApp({
      mail: server.mail,
      process: 'api',
      clock: { now: () => new Date(now) },
    });
    await api.setUp();
    const id = await databaseOf(api).transaction((tx) =>
      api.app.get(Mailer).queue(tx, passwordChanged('inherited@havukka.example')),
    );
    await api.rows(`UPDATE pgboss.job SET state = 'active', started_on = now() WHERE name = 'mail.delivery'`);
    await api.rows(
      `UPDATE mail_messages SET attempts = 1, next_attempt_at = next_attempt_at + interval '5 minutes'`,
    );
    const worker = await createTestApp({
      database: api.database,
      mail: server.mail,
      process: 'worker',
      clock: { now: () => new Date(now + 6 * minute) },
    });
    await worker.app.get(Outbox).sweep();
    const mail = await server.waitFor((one) => addressesOf(one).includes('inherited@havukka.example'));
    expect(mail.messageId).toBe(`<${id}@havukka.example>`);
    await worker.close();
    await api.close();
  });

  describe('that something waits for', () => {
    let isBroken = false;
    beforeAll(async () => {
      await app.rows('CREATE TABLE told (id uuid)');
      await app.rows('GRANT ALL ON told TO PUBLIC');
      app.app.get(Mailer).afterHandOver('new_sign_in', async (tx: EntityManager, { about }) => {
        await tx.query('INSERT INTO told VALUES ($1)', [about?.id]);
        if (isBroken) throw new Error('not today');
      });
    });
    const tell = (about: string) =>
      databaseOf(app).transaction((tx) =>
        app.app.get(Mailer).queue(tx, {
          to: 'told@havukka.example',
          language: 'sv',
          template: 'new_sign_in',
          values: { name: 'Åsa', device: 'Firefox', at: new Date(now).toISOString(), link: 'https://x' },
          about: { type: 'session', id: about },
        }),
      );
    const told = async () => (await app.rows<{ id: string }>('SELECT id FROM told')).map(({ id }) => id);

    it('makes it happen together with the record of the hand-over', async () => {
      const about = newId();
      expect(await settled(await tell(about))).toMatchObject({ followed_up_at: expect.any(Date) });
      expect(await told()).toEqual([about]);
    });

    it('is not sent again when that fails; it happens later, once', async () => {
      isBroken = true;
      const about = newId();
      const row = await settled(await tell(about));
      expect(row).toMatchObject({ status: 'handed_over', followed_up_at: null });
      await app.app.get(Outbox).sweep();
      expect(await told()).not.toContain(about);
      isBroken = false;
      await app.app.get(Outbox).sweep();
      await app.app.get(Outbox).sweep();
      expect((await told()).filter((id) => id === about)).toHaveLength(1);
    });
  });

  it('is forgotten after thirty days', async () => {
    const young = await queue(passwordChanged('young@havukka.example'));
    await settled(young);
    await app.rows(
      `UPDATE mail_messages SET created_at = created_at - interval '31 days' WHERE recipient = 'sealed@havukka.example'`,
    );
    await purge(app, 'mailbox', new Date(Date.now() - 30 * 24 * hour));
    const left = await app.rows<{ recipient: string }>('SELECT recipient FROM mail_messages');
    expect(left.map(({ recipient }) => recipient)).not.toContain('sealed@havukka.example');
    expect(left.map(({ recipient }) => recipient)).toContain('young@havukka.example');
  });
});
