import { newId } from '@seloste/kernel';
import { Notices } from '@seloste/permissions';
import {
  aCompany,
  aContact,
  addressesOf,
  createTestApp,
  databaseOf,
  eventually,
  startMailServer,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import { make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
const fromElsewhere = [{ kind: 'public_register', what: 'YTJ', when: '2026-01-15' }];

interface Duty {
  id: string;
  contact: { id: string };
  dueOn: string;
  age: number;
}

/** A time of a day so many days ago, by the controller's clock, as SQL. */
const localTime = (daysAgo: number, time: string): string =>
  `(SELECT ((now() AT TIME ZONE time_zone)::date - ${daysAgo} + time '${time}') AT TIME ZONE time_zone FROM controllers)`;

describe('who did not give the data themselves (GDPR Art. 14)', () => {
  let server: MailServer;
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  let count = 0;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const aPerson = (fields: object = {}) =>
    make(staff, '/contacts', aContact({ sources: fromElsewhere, ...fields }));
  const duties = async (query = ''): Promise<Duty[]> =>
    (await read(officer, `/notice-duties?limit=200${query}`)).items;
  const dutyOf = async (id: string) => (await duties()).find(({ contact }) => contact.id === id);
  const mailed = (...dutyIds: (string | undefined)[]) => officer.post('/notice-mailings', { dutyIds });
  const anAddress = () => `kerrottava${++count}@havukka.example`;
  const rowOf = async (id: string) =>
    (
      await app.rows(
        'SELECT discharged_via, discharged_at IS NOT NULL AS told, note FROM notice_duties WHERE contact_id = $1',
        [id],
      )
    )[0];

  it('is to be told within a month: the duty arises by itself, and is listed with its age', async () => {
    const companyId = await make(staff, '/companies', aCompany());
    const id = await aPerson({ companyId, emails: [anAddress()] });
    const itself = await make(staff, '/contacts', aContact());
    const today = new Date();
    expect(await dutyOf(id)).toEqual({
      id: expect.any(String),
      contact: { id, name: expect.any(String) },
      company: { id: companyId, name: expect.any(String) },
      arisenAt: expect.any(String),
      dueOn: expect.any(String),
      age: 0,
      overdue: false,
      hasEmail: true,
      isMailed: false,
      dischargedAt: null,
      dischargedVia: null,
      note: null,
    });
    const days = (Date.parse((await dutyOf(id))?.dueOn ?? '') - today.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(26);
    expect(days).toBeLessThan(32);
    expect(await dutyOf(itself)).toBeUndefined();
    const [look] = await app.rows(
      `SELECT shown_ids FROM audit_events WHERE action = 'notice_duty.list' ORDER BY id DESC LIMIT 1`,
    );
    expect(look?.shown_ids).toContain(id);
  });

  it('is to be told within a month by the company’s own calendar, where a day begins before it does elsewhere', async () => {
    const [nightInHelsinki, id] = ['2099-09-05T21:30:00Z', newId()];
    await app.rows(
      `WITH made AS (INSERT INTO contacts (id, last_name, retention_ground, retention_due_on, created_at, updated_at)
         VALUES ($1, 'x', 'relationship', '2027-01-01', $2, $2))
       INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at)
       VALUES (gen_random_uuid(), $1, 'company', 'x', '2026-09-05', $2)`,
      [id, nightInHelsinki],
    );
    const [duty] = await app.rows('SELECT due_on::text AS day FROM notice_duties WHERE contact_id = $1', [
      id,
    ]);
    expect(duty).toEqual({ day: '2099-10-06' });
  });

  it('stands before others when the day is nearer; overdue ones can be asked for and are counted', async () => {
    const [late, later] = [await aPerson(), await aPerson()];
    await app.rows(
      `UPDATE notice_duties SET arisen_at = ${localTime(40, '12:00')}, due_on = current_date - CASE WHEN contact_id = $1 THEN 9 ELSE 8 END
       WHERE contact_id = ANY ($2)`,
      [late, [late, later]],
    );
    expect((await duties('&overdue=true')).map(({ contact }) => contact.id)).toEqual([late, later]);
    expect((await duties()).slice(0, 2).map(({ contact }) => contact.id)).toEqual([late, later]);
    expect((await duties('&overdue=false')).map(({ contact }) => contact.id)).not.toContain(late);
    const first = await read(officer, '/notice-duties?overdue=true&limit=1');
    expect(first).toMatchObject({ total: 2, items: [{ overdue: true, age: 40 }] });
    const second = await read(officer, `/notice-duties?overdue=true&limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ contact: { id: later } }], nextCursor: null });
    expect((await read(officer, '/purposes')).overdueNotices).toBe(2);
    expect((await read(officer, '/today')).reminders).toMatchObject({ overdueNotices: 2, overdueReviews: 0 });
    expect((await read(staff, '/today')).reminders).toMatchObject({
      overdueNotices: 2,
      overdueReviews: null,
    });
  });

  it('is counted in days of the controller’s calendar, also when the duty arose at night', async () => {
    const [early, late] = [await aPerson(), await aPerson()];
    const arose = (at: string, id: string) =>
      app.rows(`UPDATE notice_duties SET arisen_at = ${at} WHERE contact_id = $1`, [id]);
    await arose(localTime(3, '00:30'), early);
    await arose(localTime(3, '23:30'), late);
    expect((await dutyOf(early))?.age).toBe(3);
    expect((await dutyOf(late))?.age).toBe(3);
  });

  it('is told by hand with how, once', async () => {
    const id = await aPerson();
    const duty = await dutyOf(id);
    const told = { via: 'told_in_person', note: 'Tapaaminen 3.2.' };
    const { body } = await officer.post(`/notice-duties/${duty?.id}/discharge`, told).expect(201);
    expect(body).toMatchObject({ id: duty?.id, dischargedVia: 'told_in_person', note: told.note });
    expect(await dutyOf(id)).toBeUndefined();
    const events = await app.rows(
      `SELECT fields FROM audit_events WHERE action = 'notice_duty.discharge' AND subject_id = $1`,
      [id],
    );
    expect(events).toEqual([{ fields: ['dischargedAt', 'dischargedVia'] }]);
    const { body: again } = await officer.post(`/notice-duties/${duty?.id}/discharge`, told).expect(409);
    expect(again.code).toBe('already_told');
  });

  it.each([
    [
      'fi',
      /Tietoa henkilötietojesi/,
      /Rekisterinpitäjä: Havukka Palvelut Oy, Y-tunnus 1234567-1/,
      /julkinen rekisteri, YTJ, 15\. tammikuuta 2026/,
      /suoramarkkinointi: oikeutettu etumme \(kertoa/,
      /tietosuojavaltuutetulle/,
    ],
    [
      'sv',
      /Om behandlingen/,
      /Personuppgiftsansvarig: Havukka Palvelut Oy/,
      /offentligt register, YTJ, 15 januari 2026/,
      /direktmarknadsföring: vårt berättigade intresse/,
      /dataombudsmannen/,
    ],
    [
      'en',
      /About the processing/,
      /Controller: Havukka Palvelut Oy/,
      /a public register, YTJ, 15 January 2026/,
      /direct marketing: our legitimate interest/,
      /Ombudsman/,
    ],
  ])(
    'is told in %s by a letter with all that Article 14 asks for; when the mail server has it, the duty ends',
    async (language, subject, ...contents) => {
      const email = anAddress();
      const id = await aPerson({ emails: [email], phones: ['040 123 4567'], language, title: 'Ostaja' });
      const duty = await dutyOf(id);
      expect((await mailed(duty?.id).expect(202)).body).toEqual({ queued: 1, skipped: 0 });
      const letter = await server.waitFor((mail) => addressesOf(mail).includes(email));
      expect(letter.subject).toMatch(subject);
      for (const content of contents) expect(letter.text).toMatch(content);
      const link = /http:\/\/\S+\/p\/[\w-]{32}/.exec(letter.text ?? '')?.[0] ?? '';
      expect(letter.html).toContain(link);
      const [row] = await app.rows(
        'SELECT kind, contact_id, language FROM contact_links ORDER BY issued_at DESC LIMIT 1',
      );
      expect(row).toEqual({ kind: 'preferences', contact_id: id, language });
      await eventually(
        async () => expect(await rowOf(id)).toMatchObject({ told: true, discharged_via: 'notice_mail' }),
        5_000,
      );
      const events = await app.rows(
        `SELECT action, actor_kind FROM audit_events WHERE subject_id = $1 AND action ~ '^notice' ORDER BY id`,
        [id],
      );
      expect(events).toEqual([
        { action: 'notice_duty.mail', actor_kind: 'user' },
        { action: 'notice_duty.discharge', actor_kind: 'system' },
      ]);
      expect((await mailed(duty?.id).expect(202)).body).toEqual({ queued: 0, skipped: 1 });
    },
  );

  it('is not written to without an address that takes mail, when gone, restricted, or written to already', async () => {
    const [email, dead] = [anAddress(), anAddress()];
    const people = [
      await aPerson({ emails: [] }),
      await aPerson({ emails: [dead] }),
      await aPerson({ emails: [anAddress()] }),
      await aPerson({ emails: [anAddress()] }),
      await aPerson({ emails: [email] }),
    ];
    const ids = await Promise.all(people.map(async (id) => (await dutyOf(id))?.id));
    await app.rows(
      `INSERT INTO undeliverable_addresses SELECT digest, now(), '5.1.1' FROM contact_points WHERE value = $1`,
      [dead],
    );
    await app.rows('UPDATE contacts SET erased_at = now() WHERE id = $1', [people[2]]);
    await officer.put(`/contacts/${people[3]}/restriction`, { reason: 'kiistää' }).expect(200);
    server.refuse(email, 451, 100);
    expect((await mailed(...ids, ids[0], nowhere).expect(202)).body).toEqual({ queued: 1, skipped: 5 });
    expect(await dutyOf(people[4] ?? '')).toMatchObject({ isMailed: true });
    expect((await mailed(ids[4]).expect(202)).body).toEqual({ queued: 0, skipped: 1 });
    expect(await dutyOf(people[1] ?? '')).toMatchObject({ hasEmail: false });
    expect(await dutyOf(people[2] ?? '')).toBeUndefined();
    expect(await dutyOf(people[3] ?? '')).toBeUndefined();
    await officer.post(`/notice-duties/${ids[3]}/discharge`, { via: 'already_knew' }).expect(404);
  });

  it('is written to once, however often somebody presses the button at the same time', async () => {
    const ids: (string | undefined)[] = [];
    for (let n = 0; n < 20; n++) ids.push((await dutyOf(await aPerson({ emails: [anAddress()] })))?.id);
    const answers = await Promise.all([1, 2, 3, 4].map(() => mailed(...ids).expect(202)));
    expect(answers.map(({ body }) => body.queued).sort()).toEqual([0, 0, 0, ids.length]);
  });

  it('is told by a message of ours, restricted or not: the duty ends, and who knew already is passed over', async () => {
    const [id, other] = [await aPerson(), await aPerson()];
    await officer.put(`/contacts/${other}/restriction`, { reason: 'kiistää' }).expect(200);
    const discharge = () =>
      databaseOf(app).transaction((tx) =>
        app.app.get(Notices).discharge(tx, [id, other], { via: 'message', messageId: nowhere }),
      );
    expect(new Set(await discharge())).toEqual(new Set([id, other]));
    expect(await discharge()).toEqual([]);
    expect(await rowOf(other)).toMatchObject({ discharged_via: 'message' });
  });

  it.each([
    [{}, 'dutyIds'],
    [{ dutyIds: [] }, 'dutyIds'],
    [{ dutyIds: ['x'] }, 'dutyIds'],
    [{ dutyIds: [nowhere], language: 'fi' }, 'language'],
  ])('is not written to by %j', async (input, field) => {
    const { body } = await officer.post('/notice-mailings', input).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field })]);
  });

  it('is looked after by who may', async () => {
    const duty = await dutyOf(await aPerson());
    const told = { via: 'already_knew' };
    await app.stranger.get('/notice-duties').expect(401);
    const seller = await app.signIn(admin, { roles: ['salesperson'] });
    await seller.get('/notice-duties').expect(403);
    await seller.post(`/notice-duties/${duty?.id}/discharge`, told).expect(403);
    await seller.post('/notice-mailings', { dutyIds: [duty?.id] }).expect(403);
    await officer.post(`/notice-duties/${nowhere}/discharge`, told).expect(404);
    await officer.post(`/notice-duties/${duty?.id}/discharge`, { via: 'message' }).expect(400);
    await officer.get('/notice-duties?overdue=maybe').expect(400);
    await staff.post(`/notice-duties/${duty?.id}/discharge`, told).expect(201);
  });
});
