import { Permissions, PersonLinks } from '@seloste/permissions';
import { createTestApp, databaseOf, type Caller, type TestApp } from '@seloste/testing';
import { ReadMailbox } from '../libs/inbound/src/mailbox/read-mailbox.js';
import { startImapServer, type ImapServer } from '../libs/testing/src/imap-server.js';
import { exchangeBounce, gmailBounce, postfixBounce } from '../libs/testing/src/bounce-samples.js';
import { complaint, reply } from '../libs/testing/src/mail-samples.js';
import { aReader, sentMessage, type SentMessage } from './support/sent-message.js';

describe('what comes back to us', () => {
  let app: TestApp;
  let imap: ImapServer;
  let admin: Caller;
  let seller: Caller;

  const settings = (fields: object = {}) => ({
    ...{ host: '127.0.0.1', port: imap.port, secure: false, user: imap.user, password: imap.password },
    addresses: ['crm@havukka.example'],
    ...fields,
  });

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' }); // the mailbox is read when the test says so
    imap = await startImapServer();
    admin = await app.setUp();
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
    await admin.put('/inbound-mailbox', settings()).expect(200);
  });
  afterAll(async () => {
    await app.close();
    await imap.close();
  });

  const read = () => app.app.get(ReadMailbox).run();
  const come = async (...letters: string[]) => {
    for (const letter of letters) imap.deliver(letter);
    await read();
    expect((await admin.get('/inbound-mailbox').expect(200)).body.failure).toBeNull();
  };
  const sent = async (minutesAgo?: number): Promise<SentMessage> =>
    sentMessage(app, await aReader(seller), minutesAgo);
  const stateOf = async ({ id }: SentMessage) =>
    (
      await app.rows(
        `SELECT bounce_kind AS kind, bounce_status AS status, complained_at IS NOT NULL AS complained
         FROM messages WHERE id = $1`,
        [id],
      )
    )[0];
  const byMail = async ({ contactId }: SentMessage): Promise<string> => {
    const attempt = { channel: 'email', purpose: 'direct_marketing' } as const;
    return (await app.app.get(Permissions).decide(databaseOf(app), contactId, attempt)).code;
  };
  const objectionsOf = ({ contactId }: SentMessage) =>
    app.rows(
      'SELECT channel, purpose, received_via AS via, message_id AS message FROM objections WHERE contact_id = $1',
      [contactId],
    );

  describe('a bounce', () => {
    it.each([
      ['Postfix', postfixBounce, '5.1.1'],
      ['Exchange', exchangeBounce, '5.1.10'],
      ['Gmail', gmailBounce, '5.1.1'],
    ])('by %s is noted with its message, and nothing more goes to the address', async (_, bounce, status) => {
      const message = await sent();
      expect(await byMail(message)).toBe('job_role');
      await come(bounce({ ...message, status }));
      expect(await stateOf(message)).toEqual({ kind: 'hard', status, complained: false });
      expect(await byMail(message)).toBe('undeliverable');
      const acts = await app.rows('SELECT action, fields FROM audit_events WHERE subject_id = $1', [
        message.id,
      ]);
      expect(acts).toEqual([
        { action: 'message.bounce', fields: ['bounceKind', 'bounceStatus', 'undeliverable'] },
      ]);
    });

    it('about our standing or a policy is not about the address', async () => {
      const message = await sent();
      await come(gmailBounce({ ...message, status: '5.7.26' }));
      expect(await stateOf(message)).toMatchObject({ kind: 'soft', status: '5.7.26' });
      expect(await byMail(message)).toBe('job_role');
    });

    it('that may pass stops the address only after five in a row', async () => {
      const reader = await aReader(seller);
      const messages = [];
      for (let n = 5; n > 0; n--) messages.push(await sentMessage(app, reader, n));
      const [first, ...later] = messages as [SentMessage, ...SentMessage[]];
      await come(postfixBounce({ ...first, status: '4.4.1' }));
      expect(await stateOf(first)).toMatchObject({ kind: 'soft', status: '4.4.1' });
      await come(...later.slice(0, 3).map((message) => postfixBounce({ ...message, status: '5.2.2' })));
      expect(await byMail(first)).toBe('job_role');
      await come(...later.slice(3).map((message) => postfixBounce({ ...message, status: '4.4.1' })));
      expect(await byMail(first)).toBe('undeliverable');
    });

    it('between which a message arrived is not in a row', async () => {
      const reader = await aReader(seller);
      const messages = [];
      for (let n = 6; n > 0; n--) messages.push(await sentMessage(app, reader, n));
      const bounced = messages.filter((_, n) => n !== 2);
      await come(...bounced.map((message) => postfixBounce({ ...message, status: '4.4.1' })));
      expect(await byMail(messages[0] as SentMessage)).toBe('job_role');
    });

    it('that still may arrive is no bounce, and worse news stays', async () => {
      const message = await sent();
      await come(postfixBounce({ ...message, status: '4.4.1', action: 'delayed' }));
      expect(await stateOf(message)).toMatchObject({ kind: null });
      await come(postfixBounce({ ...message, status: '4.4.1' }), postfixBounce(message));
      await come(postfixBounce({ ...message, status: '4.4.7' }));
      expect(await stateOf(message)).toMatchObject({ kind: 'hard', status: '5.1.1' });
    });
  });

  it('a complaint is an objection to all marketing by e-mail (V4, P9)', async () => {
    const message = await sent();
    await come(complaint(message));
    await come(complaint(message));
    expect(await stateOf(message)).toMatchObject({ complained: true });
    expect(await objectionsOf(message)).toEqual([
      { channel: 'email', purpose: 'all', via: 'complaint', message: message.id },
    ]);
    expect(await byMail(message)).toBe('objected');
  });

  describe('a reply', () => {
    const open = async () => (await seller.get('/stop-replies').expect(200)).body.items;

    it.each([['STOP'], ['Lopeta.'], ['Ta bort mig tack']])(
      'that says nothing but "%s" acts at once (C8, H12)',
      async (text) => {
        const message = await sent();
        await come(reply(message, text));
        expect(await objectionsOf(message)).toEqual([
          { channel: 'email', purpose: 'all', via: 'reply', message: message.id },
        ]);
        expect(await byMail(message)).toBe('objected');
        expect(await open()).toEqual([]);
      },
    );

    it('that may ask us to stop waits for a person, who decides what it says', async () => {
      const message = await sent();
      const text = 'Hei! En halua enää saada näitä viestejä. Tilaus 4711 on muuten ok.';
      await come(reply(message, text));
      const [waiting] = await open();
      expect(waiting).toMatchObject({
        contact: { id: message.contactId },
        messageId: message.id,
        language: 'fi',
        sentence: 'En halua enää saada näitä viestejä.',
        objects: null,
      });
      expect(await byMail(message)).toBe('job_role');
      const { body } = await seller
        .post(`/stop-replies/${waiting.id}/decision`, { objects: true })
        .expect(200);
      expect(body).toMatchObject({ objects: true, sentence: null, decidedBy: { name: 'Samu Myyjä' } });
      expect(await byMail(message)).toBe('objected');
      const again = await seller.post(`/stop-replies/${waiting.id}/decision`, { objects: false });
      expect(again.body).toMatchObject({ status: 409, code: 'already_decided' });
      expect(await open()).toEqual([]);
      const { body: done } = await seller.get('/stop-replies?status=decided').expect(200);
      expect(done.items[0]).toMatchObject({ id: waiting.id });
      const acts = await app.rows('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id', [
        waiting.id,
      ]);
      expect(acts).toEqual([{ action: 'stop_reply.record' }, { action: 'stop_reply.decide' }]);
    });

    it('counts from when it came, whatever date it bears', async () => {
      const message = await sent();
      const came = new Date(Date.now() - 60_000);
      imap.deliver(
        reply(message, 'STOP').replace(/^Date: .*$/m, 'Date: Thu, 1 Jan 1970 00:00:00 +0000'),
        came,
      );
      await read();
      const [objection] = await app.rows<{ at: Date }>(
        'SELECT objected_at AS at FROM objections WHERE contact_id = $1',
        [message.contactId],
      );
      expect(Math.abs((objection?.at.getTime() ?? 0) - came.getTime())).toBeLessThan(1_000);
    });

    it.each([
      ['How do I unsubscribe my colleague from your parts list?', 'colleague'],
      ['Peruuta', 'Peruuta'], // an order, perhaps
    ])('that turns out to ask nothing of the kind leaves nothing behind: "%s"', async (text, word) => {
      const message = await sent();
      await come(reply(message, text));
      const [waiting] = await open();
      expect(waiting).toMatchObject({ messageId: message.id, sentence: text });
      await seller.post(`/stop-replies/${waiting.id}/decision`, { objects: false }).expect(200);
      expect(await objectionsOf(message)).toEqual([]);
      const kept = JSON.stringify(await app.rows('SELECT * FROM stop_replies WHERE id = $1', [waiting.id]));
      expect(kept).not.toContain(word);
    });

    it('by somebody else is read by a person, however plain it is', async () => {
      const message = await sent();
      await come(reply({ ...message, recipient: 'joku.muu@toinen.example' }, 'STOP'));
      expect(await objectionsOf(message)).toEqual([]);
      const [waiting] = await open();
      await seller.post(`/stop-replies/${waiting.id}/decision`, { objects: false }).expect(200);
    });

    it('counts for a restricted person as for anybody', async () => {
      const message = await sent();
      await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [message.contactId]);
      await come(
        reply(message, 'Stop'),
        postfixBounce(message),
        reply(message, 'Please stop sending these.'),
      );
      expect(await objectionsOf(message)).toHaveLength(1);
      expect(await stateOf(message)).toMatchObject({ kind: 'hard' });
      expect(await open()).toEqual([]);
      await app.rows('UPDATE contacts SET restricted = false WHERE id = $1', [message.contactId]);
      const [waiting] = await open();
      await seller.post(`/stop-replies/${waiting.id}/decision`, { objects: true }).expect(200);
    });

    it('is for those who manage replies, and for a reply that is there', async () => {
      const { body: page } = await seller.get('/stop-replies?status=decided').expect(200);
      const path = `/stop-replies/${page.items[0].id}/decision`;
      await app.stranger.get('/stop-replies').expect(401);
      const salesperson = await app.signIn(admin, { roles: ['salesperson'] });
      await salesperson.get('/stop-replies').expect(403);
      await salesperson.post(path, { objects: true }).expect(403);
      await seller.post(path, {}).expect(400);
      await seller.post(path, { objects: 'maybe' }).expect(400);
      await seller
        .post('/stop-replies/01a207bb-e5b0-704d-8b14-00000000000a/decision', { objects: true })
        .expect(404);
    });
  });

  it('a letter to the address of List-Unsubscribe does what the link does (C8)', async () => {
    const message = await sent();
    const links = app.app.get(PersonLinks);
    const link = { ...message, messageId: message.id, kind: 'message', language: 'fi' } as const;
    await databaseOf(app).transaction((tx) =>
      links.issue(tx, [{ ...link, purpose: 'newsletter', channel: 'email' }]),
    );
    const letter = (subject: string) =>
      [
        'From: x@asiakas.example',
        'To: crm@havukka.example',
        `Subject: ${subject}`,
        'Message-ID: <u@x>',
        '',
        '',
      ].join('\r\n');
    await come(letter(`unsubscribe ${'x'.repeat(32)}`), letter(`unsubscribe ${links.tokenOf(message.id)}`));
    expect(await objectionsOf(message)).toEqual([
      { channel: 'email', purpose: 'newsletter', via: 'email', message: message.id },
    ]);
  });

  describe('of everything else in the mailbox', () => {
    const known = async () =>
      JSON.stringify([
        await app.rows('SELECT count(*) FROM stop_replies'),
        await app.rows('SELECT count(*) FROM objections'),
        await app.rows('SELECT count(*) FROM messages WHERE bounced_at IS NOT NULL'),
      ]);

    it('nothing but the headers is read, nothing is kept, marked or deleted', async () => {
      const message = await sent();
      const before = await known();
      const stranger = { messageId: '<someone@else.example>', recipient: 'joku@muu.example' };
      const other = '01a207bb-e5b0-704d-8b14-00000000000a';
      imap.asked.length = 0;
      await come(
        reply(stranger, 'STOP'),
        reply({ ...stranger, messageId: `<${other}@havukka.example>` }, 'Unsubscribe'),
        postfixBounce(message).replace('To: crm@havukka.example', 'To: myynti@muu.example'),
        ['From: a@b.example', 'To: crm@havukka.example', 'Subject: Palkat 2026', '', 'STOP'].join('\r\n'),
        'not even a letter',
      );
      expect(await known()).toBe(before);
      expect(imap.asked.some((command) => command.includes('BODY.PEEK[]'))).toBe(false);
      expect(imap.asked.every((command) => !/STORE|EXPUNGE|SELECT/.test(command))).toBe(true);
      expect(imap.letters.every(({ flags }) => flags.size === 0)).toBe(true);
    });

    it('a report that is not about a message of ours, and an automatic reply, change nothing', async () => {
      const message = await sent();
      const before = await known();
      const other = { messageId: '<4711@toinen.example>', recipient: 'joku@muu.example' };
      await come(
        postfixBounce(other),
        complaint(other),
        reply(message, 'Stop', ['Auto-Submitted: auto-replied']),
        reply(message, 'Kiitos, palataan asiaan!'),
      );
      expect(await known()).toBe(before);
    });

    it('letters are looked at once, and again when they have other numbers, without acting twice', async () => {
      const message = await sent();
      await come(reply(message, 'Please stop sending these.'));
      const before = await known();
      imap.asked.length = 0;
      await read();
      expect(imap.asked.filter((command) => command.startsWith('UID FETCH'))).toEqual([]);
      imap.renumber();
      await read();
      expect(imap.asked.some((command) => command.startsWith('UID FETCH'))).toBe(true);
      expect(await known()).toBe(before);
    });

    it('older letters than thirty days are not looked at when the mailbox is new', async () => {
      const message = await sent();
      imap.renumber();
      imap.deliver(reply(message, 'STOP'), new Date(Date.now() - 40 * 24 * 60 * 60 * 1000));
      await read();
      expect(await objectionsOf(message)).toEqual([]);
    });

    it('goes on where it stood when the connection broke', async () => {
      const message = await sent();
      imap.deliver(reply(message, 'STOP'));
      imap.breakAt('BODY.PEEK[]');
      await read();
      expect((await admin.get('/inbound-mailbox').expect(200)).body.failure).toBe('unreachable');
      expect(await objectionsOf(message)).toEqual([]);
      await come();
      expect(await objectionsOf(message)).toHaveLength(1);
    });

    it('what was taken in is marked or deleted where the company wants it so', async () => {
      const [one, two] = [await sent(), await sent()];
      await admin.put('/inbound-mailbox', settings({ afterReading: 'mark_seen' })).expect(200);
      const other = imap.deliver(reply({ messageId: '<a@b.example>', recipient: 'x@y.example' }, 'Hei'));
      const mine = imap.deliver(postfixBounce(one));
      await come();
      const flagsOf = (uid: number) => [...(imap.letters.find((letter) => letter.uid === uid)?.flags ?? [])];
      expect([flagsOf(other), flagsOf(mine)]).toEqual([[], ['\\Seen']]);
      await admin.put('/inbound-mailbox', settings({ afterReading: 'delete' })).expect(200);
      const gone = imap.deliver(postfixBounce(two));
      await come();
      expect(imap.letters.map(({ uid }) => uid)).not.toContain(gone);
      expect(imap.letters.map(({ uid }) => uid)).toContain(other);
      await admin.put('/inbound-mailbox', settings()).expect(200);
    });
  });

  describe('the mailbox', () => {
    it('is set by an administrator, its password sealed and never shown', async () => {
      const { body } = await admin.get('/inbound-mailbox').expect(200);
      expect(body).toMatchObject({ host: '127.0.0.1', user: 'crm', folder: 'INBOX', afterReading: 'leave' });
      expect(JSON.stringify(body)).not.toContain('hauki');
      expect(JSON.stringify(await app.rows('SELECT * FROM inbound_mailboxes'))).not.toContain('hauki');
      await app.stranger.get('/inbound-mailbox').expect(401);
      await seller.put('/inbound-mailbox', settings()).expect(403);
      await admin.put('/inbound-mailbox', settings({ addresses: [] })).expect(400);
      await admin.put('/inbound-mailbox', settings({ port: 0 })).expect(400);
      await admin.put('/inbound-mailbox', settings()).set('If-Match', '"99"').expect(412);
      const acts = await app.rows(`SELECT DISTINCT action FROM audit_events WHERE action LIKE 'inbound%'`);
      expect(acts).toEqual([{ action: 'inbound_mailbox.save' }]);
    });

    it('keeps its password for the same account, and hands it to no other server', async () => {
      const same = settings({ password: undefined });
      await admin.put('/inbound-mailbox', same).expect(200);
      await come();
      for (const change of [{ host: 'localhost' }, { user: 'toinen' }]) {
        const { body } = await admin.put('/inbound-mailbox', { ...same, ...change }).expect(400);
        expect(body.fields).toMatchObject([{ field: 'password', code: 'required' }]);
        await admin.post('/inbound-mailbox/tests', { ...same, ...change }).expect(400);
      }
    });

    it('is tried before it is used, and says why it cannot be read', async () => {
      const tried = async (fields: object) =>
        (await admin.post('/inbound-mailbox/tests', settings(fields)).expect(200)).body;
      expect(await tried({})).toEqual({ works: true, failure: null });
      expect(await tried({ password: 'ahven' })).toEqual({ works: false, failure: 'login_refused' });
      expect(await tried({ folder: 'Poissa' })).toEqual({ works: false, failure: 'no_folder' });
      expect(await tried({ port: 1 })).toEqual({ works: false, failure: 'unreachable' });
      expect(await tried({ secure: true })).toEqual({ works: false, failure: 'not_encrypted' });
      // This machine, by a name that could be any other's: there, nothing is said without TLS.
      imap.asked.length = 0;
      expect(await tried({ host: '0.0.0.0' })).toEqual({ works: false, failure: 'not_encrypted' });
      expect(imap.asked).not.toContain('LOGIN');
    });

    it('that is not there any more is not read', async () => {
      await admin.delete('/inbound-mailbox').expect(204);
      await admin.get('/inbound-mailbox').expect(404);
      imap.asked.length = 0;
      await read();
      expect(imap.asked).toEqual([]);
    });
  });
});
