import { aContact, createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { read } from './support/two-teams.js';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
const dayIn = (days: number) => new Date(now + days * day).toISOString().slice(0, 10);

const name = { fi: 'Asiakastilaisuudet', sv: 'Kundevenemang', en: 'Customer events 2026' };

describe('a purpose', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['salesperson'] });
  });
  afterAll(() => app.close());

  const purposeOf = async (key: string, caller = staff) =>
    (await read(caller, '/purposes')).items.find((purpose: { key: string }) => purpose.key === key);
  const lastAct = async () =>
    (
      await app.rows(
        'SELECT action, subject_type, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1',
      )
    )[0];
  const fieldsOf = async (input: object, key?: string) =>
    (await (key ? officer.patch(`/purposes/${key}`, input) : officer.post('/purposes', input)).expect(400))
      .body.fields;

  it('V2: of the product comes with its basis, a standard balancing note in the reader’s language and a day of review', async () => {
    const { items, overdueReviews } = await read(staff, '/purposes');
    expect(
      items.map(({ key, class: kind, switchedOn }: Record<string, unknown>) => [key, kind, switchedOn]),
    ).toEqual([
      ['service', 'service', true],
      ['direct_marketing', 'marketing', true],
      ['newsletter', 'marketing', true],
      ['survey', 'marketing', true],
      ['profiling_marketing', 'profiling', false],
      ['profiling_sales', 'profiling', false],
      ['profiling_support', 'profiling', false],
    ]);
    expect(overdueReviews).toBe(0);
    expect(items[1]).toMatchObject({
      builtIn: true,
      name: null,
      basis: 'legitimate_interest',
      balancingNote: expect.stringMatching(/^Etumme on kertoa yrityksille/),
      hasOwnNote: false,
      reviewOn: expect.any(String),
    });
    await staff.patch('/me', { language: 'sv' }).expect(200);
    expect((await purposeOf('newsletter')).balancingNote).toMatch(/^Vårt intresse är att hålla kontakt/);
    await staff.patch('/me', { language: 'en' }).expect(200);
    expect((await purposeOf('survey')).balancingNote).toMatch(/^Our interest is to know/);
    expect((await purposeOf('service')).balancingNote).toBeNull();
  });

  it('of the company’s own is added with names, class, basis, note and day of review, and is on record', async () => {
    const input = {
      name,
      class: 'marketing',
      basis: 'legitimate_interest',
      balancingNote: 'Kutsumme vain asiakkaita.',
      reviewOn: dayIn(200),
    };
    const { body } = await officer.post('/purposes', input).expect(201);
    expect(body).toMatchObject({
      ...input,
      key: 'customer_events_2026',
      builtIn: false,
      hasOwnNote: true,
      switchedOn: true,
      reviewedBy: { name: expect.any(String) },
    });
    expect(await purposeOf('customer_events_2026', officer)).toEqual(body);
    expect(await lastAct()).toMatchObject({ action: 'purpose.create', subject_type: 'purpose' });
    expect((await officer.post('/purposes', input).expect(409)).body).toMatchObject({
      code: 'purpose_exists',
    });
    await officer.post('/purposes', { ...input, key: 'own_key' }).expect(201);
    const bases = [{ purpose: 'own_key', basis: 'consent' }];
    const { body: person } = await staff.post('/contacts', aContact({ bases })).expect(201);
    expect(person.bases).toEqual(bases);
  });

  it('P1: without a recorded basis cannot be switched on, by the API nor in the database', async () => {
    const { body } = await officer
      .post('/purposes', { name, class: 'profiling', key: 'unfounded' })
      .expect(201);
    expect(body).toMatchObject({ basis: null, switchedOn: false });
    for (const key of ['unfounded', 'profiling_sales'])
      expect((await officer.patch(`/purposes/${key}`, { switchedOn: true }).expect(409)).body).toMatchObject({
        code: 'basis_missing',
      });
    await officer.post('/purposes', { name, class: 'marketing', key: 'bold', switchedOn: true }).expect(409);
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    await expect(
      limited.query(`UPDATE purposes SET switched_on = true WHERE key = 'unfounded'`),
    ).rejects.toMatchObject({
      constraint: 'purposes_in_use_have_a_basis',
    });
    await limited.end();
    await officer
      .patch('/purposes/profiling_sales', {
        basis: 'legitimate_interest',
        reviewOn: dayIn(300),
        switchedOn: true,
      })
      .expect(200);
    await officer.patch('/purposes/profiling_sales', { switchedOn: false }).expect(200);
  });

  it('is reviewed by a note or a day, even the same ones: who looked and when is kept; an overdue one is counted', async () => {
    const before = await purposeOf('newsletter', officer);
    const note = { balancingNote: 'Punnittu johtoryhmässä.', reviewOn: dayIn(100) };
    const { body } = await officer.patch('/purposes/newsletter', note).expect(200);
    expect(body).toMatchObject({ ...note, hasOwnNote: true, version: before.version + 1 });
    expect(body.reviewedAt).toBe(new Date(now).toISOString());
    expect(await lastAct()).toMatchObject({
      action: 'purpose.update',
      fields: ['balancingNote', 'reviewOn', 'reviewedAt'],
    });
    await officer.patch('/purposes/newsletter', { switchedOn: false }).set('If-Match', '"1"').expect(412);
    await app.rows(
      `UPDATE purposes SET review_on = '2020-01-01' WHERE key IN ('newsletter', 'profiling_sales')`,
    );
    const list = await read(staff, '/purposes');
    expect(list.overdueReviews).toBe(2);
    expect((await read(officer, '/today')).reminders.overdueReviews).toBe(2);
    expect((await read(staff, '/today')).reminders).toMatchObject({
      overdueNotices: null,
      overdueReviews: null,
    });
    expect(await purposeOf('newsletter')).toMatchObject({ isReviewOverdue: true });
    const { body: standard } = await officer
      .patch('/purposes/newsletter', { balancingNote: null, reviewOn: dayIn(50) })
      .expect(200);
    expect(standard).toMatchObject({ hasOwnNote: false, isReviewOverdue: false });
    expect(standard.balancingNote).toMatch(/uutiskirje|nyhetsbrev|newsletter/i);
  });

  it('of the product keeps its name, every purpose its key and class', async () => {
    expect(await fieldsOf({ name }, 'newsletter')).toEqual([
      expect.objectContaining({ field: 'name', code: 'built_in' }),
    ]);
    for (const field of ['key', 'class', 'builtIn'])
      expect(await fieldsOf({ [field]: 'service' }, 'newsletter')).toEqual([
        expect.objectContaining({ field }),
      ]);
    const { body } = await officer
      .post('/purposes', { name, class: 'marketing', key: 'renamed' })
      .expect(201);
    const other = { fi: 'Toinen', sv: 'Annan', en: 'Other' };
    expect((await officer.patch(`/purposes/${body.key}`, { name: other }).expect(200)).body.name).toEqual(
      other,
    );
    await officer.patch('/purposes/unheard_of', { switchedOn: true }).expect(404);
  });

  it.each([
    [{ class: 'marketing', basis: 'contract' }, 'basis'],
    [{ class: 'profiling', basis: 'legal_obligation' }, 'basis'],
    [{ class: 'marketing', basis: 'legitimate_interest', balancingNote: 'x' }, 'reviewOn'],
    [{ class: 'service', basis: 'legitimate_interest', reviewOn: '2190-01-01' }, 'balancingNote'],
    [{ class: 'marketing', basis: 'consent', reviewOn: '2020-01-01' }, 'reviewOn'],
    [{ class: 'unheard_of' }, 'class'],
    [{ class: 'marketing', key: 'all' }, 'key'],
    [{ class: 'marketing', name: { fi: 'Vain suomeksi' } }, 'name.sv'],
  ])('%j is refused, and changes nothing', async (wrong, field) => {
    const before = await read(staff, '/purposes');
    const fields = await fieldsOf({ name, ...wrong });
    expect(fields.map(({ field: named }: { field: string }) => named)).toContain(field);
    expect(await read(staff, '/purposes')).toEqual(before);
  });

  it('is read by every colleague, and looked after by the privacy officer alone', async () => {
    await app.stranger.get('/purposes').expect(401);
    expect((await read(staff, '/purposes')).overdueNotices).toBeNull();
    expect((await read(officer, '/purposes')).overdueNotices).toBe(0);
    await staff.post('/purposes', { name, class: 'marketing' }).expect(403);
    await staff.patch('/purposes/newsletter', { switchedOn: false }).expect(403);
  });
});
