import {
  aContact,
  addressesOf,
  createTestApp,
  startMailServer,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { LiftingWork } from '../libs/contacts/src/restriction/lifting-work.js';
import { acting } from './support/restricted-person.js';

describe('the notice before a restriction is lifted (GDPR Art. 18(3))', () => {
  let server: MailServer;
  let app: TestApp;
  let admin: Caller;
  let staff: Caller;
  let officer: Caller;
  let count = 0;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail });
    admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const restricted = async (fields: object = {}) => {
    const email = `henkilo${++count}@asiakas.example`;
    const { body } = await staff
      .post('/contacts', aContact({ emails: [email], language: 'sv', ...fields }))
      .expect(201);
    await officer.put(`/contacts/${body.id}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
    return { id: body.id as string, name: body.name as string, email };
  };
  const lift = (id: string) => officer.delete(`/contacts/${id}/restriction`).send({ reason: 'sisäinen syy' });
  const stateOf = (id: string) => officer.get(`/contacts/${id}/restriction`).set(acting);
  const letterTo = (email: string) => server.waitFor((mail) => addressesOf(mail).includes(email));
  const isBack = async (id: string): Promise<boolean> => {
    for (let i = 0; i < 100; i++, await pause(50))
      if ((await staff.get(`/contacts/${id}`)).status === 200) return true;
    return false;
  };
  /** As if the day had come. */
  const dayComes = async (id: string): Promise<void> => {
    await app.rows(`UPDATE restrictions SET until = '2026-01-31' WHERE contact_id = $1`, [id]);
    await app.app.get(LiftingWork).run('2026-02-01');
  };

  it('goes out in the person’s language, and when the mail server has it, the restriction ends', async () => {
    const { id, name, email } = await restricted();
    const { body } = await lift(id).expect(202);
    expect(body.lifting).toMatchObject({
      noticeQueuedAt: expect.any(String),
      informed: null,
      liftedAt: null,
    });
    const letter = await letterTo(email);
    expect(letter.subject).toMatch(/begräns/i);
    expect(letter.text).toContain(name);
    expect(letter.text).not.toMatch(/sisäinen syy|kiistää/);
    expect(await isBack(id)).toBe(true);
    const [row] = await app.rows('SELECT informed_via, lifted_at FROM restrictions WHERE contact_id = $1', [
      id,
    ]);
    expect(row).toEqual({ informed_via: 'email', lifted_at: expect.any(Date) });
    const events = await app.rows(
      `SELECT action, actor_kind FROM audit_events WHERE subject_id = $1 AND action ~ '^restriction' ORDER BY id`,
      [id],
    );
    expect(events).toEqual([
      { action: 'restriction.place', actor_kind: 'user' },
      { action: 'restriction.begin_lifting', actor_kind: 'user' },
      { action: 'restriction.tell', actor_kind: 'user' },
      { action: 'restriction.lift', actor_kind: 'system' },
    ]);
  });

  it('goes out once, however often the lifting is asked for', async () => {
    const { id, email } = await restricted();
    await Promise.all([lift(id), lift(id), lift(id)]);
    expect(await isBack(id)).toBe(true);
    expect(server.received.filter(({ mail }) => addressesOf(mail).includes(email))).toHaveLength(1);
  });

  it('lifts nothing while the mail server refuses it, nor after the lifting was taken back', async () => {
    const { id, email } = await restricted();
    server.refuse(email, 451, 1);
    await lift(id).expect(202);
    await pause(500);
    await staff.get(`/contacts/${id}`).expect(404);
    await officer.put(`/contacts/${id}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
    expect((await stateOf(id).expect(200)).body.lifting).toBeNull();
    await app.rows('UPDATE mail_messages SET next_attempt_at = now() WHERE contact_id = $1', [id]);
    await staff.get(`/contacts/${id}`).expect(404);
  });

  it('is in nobody’s mailbox while the person is restricted', async () => {
    const { id, email } = await restricted();
    server.refuse(email, 451, 1);
    await lift(id).expect(202);
    for (const caller of [admin, officer])
      expect((await caller.get('/mailbox?limit=200')).text).not.toContain(email);
  });

  it('goes out by itself when the day of the restriction has come, which never just lapses', async () => {
    const { id, email } = await restricted();
    await dayComes(id);
    const { body } = await stateOf(id);
    expect(body.lifting ?? { requestedBy: null }).toMatchObject({ requestedBy: null });
    await letterTo(email);
    expect(await isBack(id)).toBe(true);
  });

  it('is for the officer to give where there is no address, when the day has come', async () => {
    const { id } = await restricted({ emails: [] });
    await dayComes(id);
    expect((await stateOf(id).expect(200)).body.lifting).toMatchObject({
      requestedBy: null,
      noticeQueuedAt: null,
      liftedAt: null,
    });
    await staff.get(`/contacts/${id}`).expect(404);
  });

  it('that the database never goes without: nobody is let back untold', async () => {
    const { id } = await restricted();
    await expect(
      app.rows('UPDATE restrictions SET lift_requested_at = now(), lifted_at = now() WHERE contact_id = $1', [
        id,
      ]),
    ).rejects.toMatchObject({ constraint: 'restrictions_are_lifted_after_the_notice' });
  });
});
