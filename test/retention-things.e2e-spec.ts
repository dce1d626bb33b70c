import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { ImportSteps } from './support/import-steps.js';
import { runByHand } from './support/retention-runs.js';
import { putIntoTeam } from './support/teams.js';
import { make } from './support/two-teams.js';

const today = '2027-03-09';
const tomorrow = '2027-03-10';

/** What goes tomorrow: its type, when it was (late in the evening of that day in Helsinki), its rule and the reason. */
const going = [
  [
    'call',
    '2024-03-09T22:30:00Z',
    'call_bodies',
    'Sisältö poistetaan 10.3.2027: puhelu 10.3.2024, 36 kuukautta',
  ],
  [
    'email',
    '2024-03-10T12:00:00Z',
    'email_bodies',
    'Sisältö poistetaan 10.3.2027: sähköposti 10.3.2024, 36 kuukautta',
  ],
  [
    'meeting',
    '2024-03-10T12:00:00Z',
    'meeting_bodies',
    'Sisältö poistetaan 10.3.2027: tapaaminen 10.3.2024, 36 kuukautta',
  ],
  [
    'note',
    '2024-03-10T12:00:00Z',
    'note_bodies',
    'Sisältö poistetaan 10.3.2027: muistiinpano 10.3.2024, 36 kuukautta',
  ],
  [
    'chat',
    '2026-03-10T12:00:00Z',
    'chat_bodies',
    'Sisältö poistetaan 10.3.2027: chat-keskustelu 10.3.2026, 12 kuukautta',
  ],
  [
    'form',
    '2026-03-10T12:00:00Z',
    'form_bodies',
    'Sisältö poistetaan 10.3.2027: lomake lähetetty 10.3.2026, 12 kuukautta',
  ],
  ['visit', '2025-09-10T12:00:00Z', 'visits', 'Poistetaan 10.3.2027: käynti 10.9.2025, 18 kuukautta'],
] as const;

describe('when a thing goes, and why (H7, H8)', () => {
  let app: TestApp;
  let admin: Caller;
  let staff: Caller;
  let officer: Caller;
  let readers: Caller[];
  let now = `${today}T10:00:00Z`;
  let companyId: string;
  const ids = new Map<string, string>();
  const clockOf = async (path: string, caller = staff) => (await caller.get(path).expect(200)).body.retention;
  const inLanguage = async (language: string, path: string) => {
    await staff.patch('/me', { language }).expect(200);
    const { reason } = await clockOf(path);
    await staff.patch('/me', { language: 'fi' }).expect(200);
    return reason;
  };

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    const salesperson = await app.signIn(admin, { roles: ['salesperson'] });
    await putIntoTeam(app, salesperson, 'Etelä');
    const { body: me } = await salesperson.get('/me').expect(200);
    companyId = await make(staff, '/companies', aCompany({ relationship: { status: 'customer' } }));
    const contactId = await make(staff, '/contacts', aContact({ companyId, ownerId: me.id }));
    for (const [type, occurredAt] of going) {
      const fields = { type, occurredAt, contactIds: [contactId], direction: type === 'note' ? null : 'in' };
      ids.set(type, await make(staff, '/interactions', anInteraction(fields)));
    }
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    readers = [staff, officer, salesperson, marketer];
  });
  afterAll(() => app.close());

  it.each(going)(
    'is said of a %s, on its own page and on timelines, to whoever reads it',
    async (type, _, ground, reason) => {
      const expected = { dueOn: tomorrow, ground, reason };
      for (const caller of readers) {
        expect(await clockOf(`/interactions/${ids.get(type)}`, caller)).toEqual(expected);
        const { body } = await caller.get(`/companies/${companyId}/timeline?limit=50`).expect(200);
        const item = body.items.find(({ id }: { id: string }) => id === ids.get(type));
        expect(item).toMatchObject({ retention: expected, redactedAt: null });
      }
    },
  );

  it('is said in the language of whoever reads it, and to nobody else', async () => {
    const path = `/interactions/${ids.get('chat')}`;
    expect(await inLanguage('sv', path)).toBe('Innehållet raderas 10.3.2027: chatt 10.3.2026, 12 månader');
    expect(await inLanguage('en', path)).toBe('Contents deleted on 10.3.2027: chat on 10.3.2026, 12 months');
    const technician = await app.signIn(admin, { roles: ['admin'] });
    await technician.get(path).expect(403);
    await app.stranger.get(path).expect(401);
  });

  it('follows the rule at once', async () => {
    const { body } = await officer.get('/retention/rules').expect(200);
    const { id } = body.items.find(({ key }: { key: string }) => key === 'chat_bodies');
    const decide = (period: string) =>
      officer.put(`/retention/rules/${id}`, { period, basis: 'legitimate_interest', note: 'x' }).expect(200);
    await decide('P24M');
    expect(await clockOf(`/interactions/${ids.get('chat')}`)).toMatchObject({ dueOn: '2028-03-10' });
    await decide('P12M');
  });

  it('is said of a list that was brought in, from when it was, until its data is deleted (C8)', async () => {
    const steps = new ImportSteps(staff);
    const list = await steps.upload('Etunimi;Sukunimi\nOuti;Onnela');
    expect(list.retention).toEqual({
      dueOn: '2027-04-08',
      ground: 'imports',
      reason: 'Poistetaan 8.4.2027: tuonti 9.3.2027, 30 päivää',
    });
    await steps.check(list);
    expect((await steps.run(list.id)).retention).toEqual(list.retention);
    const { body } = await staff.get('/imports').expect(200);
    expect(body.items).toMatchObject([{ retention: list.retention }]);
    const path = `/imports/${list.id}`;
    expect(await inLanguage('en', path)).toBe('Deleted on 8.4.2027: import of 9.3.2027, 30 days');
    await officer.get(path).expect(403);
    await readers[2]?.get(path).expect(404);
    await staff.delete(path).expect(204);
    expect(await clockOf(path)).toBeNull();
  });

  it('is said of a file that leaves: the end that it was given', async () => {
    const asked = { kind: 'contacts', purpose: 'Messut', expiresAt: '2027-03-10T21:30:00Z' };
    const { body } = await staff.post('/exports', asked).expect(201);
    expect(body.retention).toEqual({
      dueOn: tomorrow,
      ground: 'exports',
      reason: 'Poistetaan 10.3.2027: viennille asetettu määräaika 10.3.2027',
    });
    const path = `/exports/${body.id}`;
    expect(await clockOf(path, officer)).toEqual(body.retention);
    await readers[3]?.get(path).expect(403);
    await readers[2]?.get(path).expect(404);
  });

  it('is the day on which it goes', async () => {
    const left = () =>
      app.rows(
        `SELECT type FROM interactions WHERE redacted_at IS NULL AND author_id IS NOT NULL ORDER BY type`,
      );
    const types = going.map(([type]) => ({ type })).sort((a, b) => a.type.localeCompare(b.type));
    await runByHand(officer);
    expect(await left()).toEqual(types);
    now = `${today}T22:10:00Z`;
    await runByHand(officer);
    expect(await left()).toEqual([]);
    for (const [type] of going.filter(([, , ground]) => ground !== 'visits')) {
      const { body } = await staff.get(`/interactions/${ids.get(type)}`).expect(200);
      expect(body).toMatchObject({
        retention: null,
        redactedAt: expect.any(String),
        subject: null,
        body: null,
      });
    }
    await staff.get(`/interactions/${ids.get('visit')}`).expect(404);
  });
});
