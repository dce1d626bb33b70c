import type { AddressInfo, Socket } from 'node:net';
import { Messages, type Origin } from '@seloste/messages';
import { AddressDigests } from '@seloste/permissions';
import { createTestApp, databaseOf, type TestApp } from '@seloste/testing';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { addPeople, provideMailings, queueMailing } from './support/messages/outbox.js';

/** What the server does with the next message to somebody: a number, or a code with words, is its answer to the recipient. */
type Mood =
  | number
  | `5${string}`
  | 'hangs up before the content'
  | 'hangs up after the content'
  | 'refuses the content'
  | 'puts the content off';

describe('a mail server that does not take every message', () => {
  let server: SMTPServer;
  let app: TestApp;
  let later = 0;
  let senders = 0;
  const moods = new Map<string, Mood>();
  const taken: string[] = [];
  const sockets = new Map<string, Socket>();

  const addressee = ({ envelope }: SMTPServerSession) => envelope.rcptTo[0]?.address ?? '';
  const hangUp = (session: SMTPServerSession) => sockets.get(session.id)?.destroy();

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, session, done) {
        const mood = moods.get(address);
        if (mood === 'hangs up before the content') return hangUp(session);
        if (typeof mood === 'number') return done(Object.assign(new Error('no'), { responseCode: mood }));
        const [, responseCode, words] = /^(5\d\d) (.*)$/.exec(mood ?? '') ?? [];
        done(words ? Object.assign(new Error(words), { responseCode: Number(responseCode) }) : null);
      },
      onData(stream, session, done) {
        stream.resume();
        stream.on('end', () => {
          const mood = moods.get(addressee(session));
          if (mood === 'refuses the content')
            return done(Object.assign(new Error('no'), { responseCode: 554 }));
          if (mood === 'puts the content off')
            return done(Object.assign(new Error('no'), { responseCode: 421 }));
          taken.push(addressee(session));
          if (mood === 'hangs up after the content') hangUp(session);
          else done();
        });
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      const wait = setInterval(() => {
        for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
          if (connection._socket === socket) {
            sockets.set(connection.id, socket);
            clearInterval(wait);
          }
      }, 1);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mail = {
      smtpUrl: `smtp://127.0.0.1:${port}`,
      mailFrom: { name: null, address: 'crm@havukka.example' },
    };
    app = await createTestApp({ mail, clock: { now: () => new Date(Date.now() + later) } });
    await app.setUp();
    provideMailings(app);
  });
  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const run = () => app.app.get(HandOvers).run();
  const sendTo = async (mood: Mood) => {
    const prefix = `p${++senders}x`;
    const address = `${prefix}1@kvarnen.example`;
    moods.set(address, mood);
    const { ids } = await queueMailing(app, await addPeople(app, 1, { prefix }));
    await run();
    const row = async () => (await app.rows('SELECT * FROM messages WHERE id = ANY($1)', [ids]))[0];
    return { address, row };
  };

  it.each<[Mood, string]>([
    [450, 'EENVELOPE 450'],
    [421, 'ECONNECTION'],
    ['puts the content off', 'EMESSAGE 421'],
    ['hangs up before the content', 'ECONNECTION'],
  ])('gets it again when it is sure that it has not taken it: %s', async (mood, failure) => {
    const { address, row } = await sendTo(mood);
    expect(await row()).toMatchObject({ status: 'waiting', attempts: 1, failure, handed_over_at: null });
    await run();
    expect((await row())?.attempts).toBe(1);
    moods.delete(address);
    later += 61_000;
    await run();
    expect(await row()).toMatchObject({ status: 'handed_over', attempts: 2 });
    expect(taken.filter((one) => one === address)).toHaveLength(1);
  });

  it.each<[Mood, string]>([
    [550, 'EENVELOPE 550'],
    ['refuses the content', 'EMESSAGE 554'],
  ])('does not get it again when it refuses it for good: %s', async (mood, failure) => {
    const { address, row } = await sendTo(mood);
    expect(await row()).toMatchObject({ status: 'failed', failure });
    later += 61_000;
    await run();
    expect(taken).not.toContain(address);
  });

  const stateAfter = async (mood: Mood) => {
    const { address, row } = await sendTo(mood);
    const message = await row();
    expect(message).toMatchObject({ status: 'failed', attempts: 1 });
    const digest = app.app.get(AddressDigests).digestOf('email', address);
    await app.rows('UPDATE contact_points SET digest = $2 WHERE value = $1', [address, digest]);
    const acts = await app.rows('SELECT fields FROM audit_events WHERE subject_id = $1', [message?.id]);
    moods.delete(address);
    const { ids } = await queueMailing(app, [String(message?.contact_id)]);
    await run();
    const [next] = await app.rows('SELECT status, decision_code AS code FROM messages WHERE id = ANY($1)', [
      ids,
    ]);
    return { message, acts, next };
  };

  it.each([
    ['550 5.1.1 User unknown', '5.1.1'],
    ['553 5.1.3 Bad address', '5.1.3'],
    ['550 No such user here', '5.0.0'],
  ] as const)('gets nothing more for an address that it says is no good: %s', async (mood, status) => {
    const { message, acts, next } = await stateAfter(mood);
    expect(message).toMatchObject({ bounce_kind: 'hard', bounce_status: status });
    expect(acts).toEqual([{ fields: ['bounceKind', 'bounceStatus', 'undeliverable'] }]);
    expect(next).toEqual({ status: 'stopped', code: 'undeliverable' });
  });

  it.each(['550 5.7.1 Your domain has a poor reputation', '553 Relaying denied'] as const)(
    'still gets what comes later when it refused us and not the address: %s',
    async (mood) => {
      const { message, acts, next } = await stateAfter(mood);
      expect(message).toMatchObject({ bounce_kind: null, bounced_at: null });
      expect(acts).toEqual([]);
      expect(next).toEqual({ status: 'handed_over', code: 'job_role' });
    },
  );

  it('never gets again what it may have taken, and the message is in doubt for good (design §7)', async () => {
    const { address, row } = await sendTo('hangs up after the content');
    expect(await row()).toMatchObject({
      status: 'in_doubt',
      handed_over_at: null,
      message_id: expect.any(String),
    });
    moods.delete(address);
    later += 24 * 3_600_000;
    await run();
    expect((await row())?.status).toBe('in_doubt');
    expect(taken.filter((one) => one === address)).toHaveLength(1);
  });

  const counts = (origin: Origin) => app.app.get(Messages).counts(databaseOf(app), origin);
  const change = (act: 'pause' | 'resume' | 'cancel', origin: Origin) =>
    databaseOf(app).transaction((tx) => app.app.get(Messages)[act](tx, origin));

  it('gets nothing of a mailing that rests, and the rest when it goes on', async () => {
    const { origin } = await queueMailing(app, await addPeople(app, 30, { prefix: 'rest' }));
    expect(await change('pause', origin)).toBe(30);
    await run();
    expect(await counts(origin)).toMatchObject({ waiting: 30, handed_over: 0 });
    expect(await change('resume', origin)).toBe(30);
    await run();
    expect(await counts(origin)).toMatchObject({ waiting: 0, handed_over: 30 });
  });

  it('gets nothing of a mailing that was called off', async () => {
    const { origin } = await queueMailing(app, await addPeople(app, 3, { prefix: 'off' }));
    expect(await change('cancel', origin)).toBe(3);
    await run();
    expect(await counts(origin)).toMatchObject({ cancelled: 3, handed_over: 0 });
  });

  it('gets no more in a minute than the company allows', async () => {
    await app.rows(`UPDATE message_settings SET per_minute = 60, allowance = 0, replenished_at = $1`, [
      new Date(Date.now() + later),
    ]);
    const { origin } = await queueMailing(app, await addPeople(app, 40, { prefix: 'slow' }));
    const began = performance.now();
    void run();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const { handed_over: some } = await counts(origin);
    const seconds = (performance.now() - began) / 1_000;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
    await app.rows('UPDATE message_settings SET per_minute = NULL');
    await run();
    await run();
    expect((await counts(origin)).handed_over).toBe(40);
  });
});

describe('a process that only serves', () => {
  it('sends nothing (SELOSTE_PROCESS=api)', async () => {
    const app = await createTestApp({ process: 'api' });
    await app.setUp();
    provideMailings(app);
    const { origin } = await queueMailing(app, await addPeople(app, 2, { prefix: 'api' }));
    app.app.get(HandOvers).tick();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await app.app.get(Messages).counts(databaseOf(app), origin)).toMatchObject({ waiting: 2 });
    await app.close();
  });
});
