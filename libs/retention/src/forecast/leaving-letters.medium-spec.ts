import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { LeavingLetters } from './leaving-letters.js';

describe('the weekly letter to who looks after people that go soon (H6)', () => {
  let app: TestApp;
  let admin: Caller;
  let owner: Caller;
  let others: Caller[];
  /** Monday, 6:55 in Helsinki. */
  let at = new Date('2026-11-23T04:55:00Z');
  const run = () => app.app.get(LeavingLetters).run();
  const letters = async () =>
    await app.rows<{ id: string; recipient: string; language: string }>(
      `SELECT id, recipient, language FROM mail_messages WHERE template = 'leaving_soon' ORDER BY created_at, id`,
    );
  const made = async (by: Caller, path: string, body: object): Promise<string> =>
    (await by.post(path, body).expect(201)).body.id;
  async function aLeaver(by: Caller, endedOn: string): Promise<string> {
    const relationship = { status: 'former', startedOn: '2015-01-01', endedOn };
    const companyId = await made(by, '/companies', aCompany({ relationship }));
    return made(by, '/contacts', aContact({ firstName: 'Qvarna', companyId }));
  }
  const shut = async (by: Caller) => {
    const { id, version } = (await by.get('/me').expect(200)).body;
    await app.rows('UPDATE users SET deactivated_at = $2 WHERE id = $1', [id, at]);
    return version;
  };

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at }, process: 'api' });
    admin = await app.setUp();
    owner = await app.signIn(admin, { name: 'Olga Omistaja', email: 'olga@havukka.example' });
    await owner.patch('/me', { language: 'sv' }).expect(200);
    const [leaver, marketer, idle] = await Promise.all([
      app.signIn(admin),
      app.signIn(admin, { roles: ['salesperson'] }),
      app.signIn(admin),
    ]);
    others = [leaver, marketer, idle];
    await aLeaver(owner, '2025-11-30'); // goes in 7 days
    await aLeaver(owner, '2026-02-10'); // goes in 79 days
    await aLeaver(owner, '2026-06-01'); // goes in half a year
    await aLeaver(leaver, '2025-12-24');
    const theirs = await aLeaver(marketer, '2025-12-24');
    expect(theirs).toBeTruthy();
    await shut(leaver);
    const { id } = (await marketer.get('/me').expect(200)).body;
    await app.rows(`UPDATE role_grants SET role = 'marketer' WHERE user_id = $1`, [id]);
  });
  afterAll(() => app.close());

  it('waits for Monday at seven where the controller is', async () => {
    await run();
    expect(await letters()).toEqual([]);
  });

  it('goes then once, however often and by however many processes it is tried, to who still works with people and loses some', async () => {
    at = new Date('2026-11-23T05:00:00Z');
    await Promise.all([run(), run(), run()]);
    await run();
    expect(others).toHaveLength(3);
    expect(await letters()).toMatchObject([{ recipient: 'olga@havukka.example', language: 'sv' }]);
    expect(await app.rows('SELECT week::text AS week, letters FROM leaving_rounds')).toEqual([
      { week: '2026-11-23', letters: 1 },
    ]);
  });

  it('says how many in the reader’s language, leads to them, and names nobody', async () => {
    const [letter] = await letters();
    const { body } = await admin.get(`/mailbox/${letter?.id}`).expect(200);
    expect(body.subject).toBe('Personer som du ansvarar för raderas snart');
    expect(body.text).toContain('Raderas inom 90 dagar: 2. Av dem inom 30 dagar: 1.');
    expect(body.text).toContain('http://127.0.0.1/');
    expect(JSON.stringify(body)).not.toMatch(/Qvarna/);
  });

  it('comes again the next week, also when nobody was running on Monday', async () => {
    at = new Date('2026-12-02T10:00:00Z');
    await run();
    expect(await letters()).toHaveLength(2);
  });
});
