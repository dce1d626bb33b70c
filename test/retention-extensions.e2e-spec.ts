import { addMonths, calendarDay } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { acting } from './support/restricted-person.js';
import { inTeam, make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('extending how long a person is kept (H6, C6, P8)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  const today = calendarDay(new Date(), 'Europe/Helsinki');
  const inMonths = (months: number) => addMonths(today, months);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  /** At a customer whose relationship ended: due twelve months after. */
  async function aFormer(endedOn = inMonths(-11), by = staff): Promise<string> {
    const relationship = { status: 'former', startedOn: '2020-01-01', endedOn };
    const companyId = await make(by, '/companies', aCompany({ relationship }));
    return make(by, '/contacts', aContact({ companyId }));
  }
  const extension = (fields: object = {}) => ({
    ...{ basis: 'legitimate_interest', reason: 'Takuuasia on kesken', until: inMonths(6) },
    ...fields,
  });
  const extend = (id: string, fields: object = {}, by = staff) =>
    by.post(`/contacts/${id}/retention-extensions`, extension(fields));
  const clockOf = async (id: string) =>
    (
      await app.rows(
        `SELECT retention_due_on::text AS due, retention_review_on::text AS review, retention_ground AS ground,
           retention_start AS start, retention_started_on::text AS started FROM contacts WHERE id = $1`,
        [id],
      )
    )[0];
  const codeOf = async (id: string, status = 409) => (await extend(id).expect(status)).body.code;

  it('puts the day off on a ground that is written down, and its end is the next review', async () => {
    const id = await aFormer();
    const before = await clockOf(id);
    expect(before).toMatchObject({ ground: 'former_customers', start: 'relationship_ended' });
    const { body } = await extend(id).expect(201);
    expect(body).toMatchObject({
      ...{ contactId: id, basis: 'legitimate_interest', reason: 'Takuuasia on kesken' },
      ...{ wasDueOn: before?.due, until: inMonths(6), isOpen: true, recordedBy: { name: 'Samu Myyjä' } },
    });
    expect(await clockOf(id)).toEqual({
      ...{ due: inMonths(6), review: null, ground: 'former_customers' },
      ...{ start: 'extended', started: today },
    });
    expect((await read(staff, `/contacts/${id}/retention-extensions`)).items).toEqual([body]);
    const acts = await app.rows(
      `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND action LIKE 'retention_extension.%' ORDER BY id`,
      [id],
    );
    expect(acts).toMatchObject([
      { action: 'retention_extension.record', fields: ['basis', 'reason', 'until'] },
      { action: 'retention_extension.list' },
    ]);
  });

  it('goes on only with another one, later than the last', async () => {
    const id = await aFormer();
    await extend(id, { until: inMonths(3) }).expect(201);
    await extend(id, { until: inMonths(2) }).expect(400);
    const { body } = await extend(id, { basis: 'legal_obligation', until: inMonths(9) }).expect(201);
    expect(body.wasDueOn).toBe(inMonths(3));
    expect(await clockOf(id)).toMatchObject({ due: inMonths(9) });
    expect((await read(staff, `/contacts/${id}/retention-extensions`)).items).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['until too_late', { until: addMonths(today, 13) }],
    ['until too_soon', { until: addMonths(today, -1) }],
    ['until date', { until: 'soon' }],
    ['basis isIn', { basis: 'consent' }],
    ['reason minLength', { reason: ' ' }],
  ])('is refused and changes nothing: %s', async (said, fields) => {
    const id = await aFormer();
    const before = await clockOf(id);
    const { body } = await extend(id, fields).expect(400);
    expect(body.fields.map((f: { field: string }) => f.field)).toContain(said.split(' ')[0]);
    expect(await clockOf(id)).toEqual(before);
  });

  it('is refused for who objected to everything, at once or channel by channel, and counts no more once they do', async () => {
    const [atOnce, oneByOne, later] = await Promise.all([aFormer(), aFormer(), aFormer()]);
    const object = (id: string, channel: string) =>
      staff.post(`/contacts/${id}/objections`, { channel, purpose: 'all' }).expect(201);
    await object(atOnce, 'all');
    expect(await codeOf(atOnce)).toBe('objected_to_everything');
    for (const channel of ['email', 'phone', 'sms', 'post', 'social']) await object(oneByOne, channel);
    const before = await clockOf(later);
    await extend(later).expect(201);
    await object(oneByOne, 'chat');
    expect(await codeOf(oneByOne)).toBe('objected_to_everything');
    await object(later, 'all');
    expect(await clockOf(later)).toEqual(before);
    expect(await codeOf(later)).toBe('objected_to_everything');
  });

  it('is refused for who took back the consent that was their only ground', async () => {
    const id = await make(
      staff,
      '/contacts',
      aContact({ bases: [{ purpose: 'newsletter', basis: 'consent' }] }),
    );
    const consent = await make(staff, `/contacts/${id}/consents`, {
      ...{
        channel: 'email',
        purpose: 'newsletter',
        wording: 'Kyllä kiitos.',
        language: 'fi',
        obtainedVia: 'phone',
      },
    });
    expect(await codeOf(id)).toBe('not_about_to_go');
    await staff.delete(`/contacts/${id}/consents/${consent}`).send({}).expect(200);
    expect(await clockOf(id)).toMatchObject({ ground: 'withdrawn' });
    expect(await codeOf(id)).toBe('consent_withdrawn');
  });

  it('is needless, and refused, where the ground is open-ended', async () => {
    const relationship = { status: 'customer', startedOn: '2020-01-01' };
    const companyId = await make(staff, '/companies', aCompany({ relationship }));
    const id = await make(staff, '/contacts', aContact({ companyId }));
    expect(await codeOf(id)).toBe('not_about_to_go');
  });

  it('is for people within the caller’s reach, by roles that may', async () => {
    const [owner, other] = await Promise.all([
      inTeam(app, admin, 'Itä', ['salesperson']),
      inTeam(app, admin, 'Länsi', ['salesperson']),
    ]);
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    const id = await aFormer(inMonths(-11), owner);
    await app.stranger.post(`/contacts/${id}/retention-extensions`, extension()).expect(401);
    await extend(id, {}, other).expect(404);
    await other.get(`/contacts/${id}/retention-extensions`).expect(404);
    await extend(id, {}, marketer).expect(403);
    await extend(nowhere).expect(404);
    await extend(id, {}, owner).expect(201);
  });

  it('of a restricted person is for a privacy officer who says why', async () => {
    const id = await aFormer();
    await officer.put(`/contacts/${id}/restriction`, { reason: 'Pyyntö' }).expect(200);
    await extend(id).expect(404);
    await extend(id, {}, officer).set(acting).expect(201);
    expect(await clockOf(id)).toMatchObject({ due: inMonths(6), start: 'extended' });
  });

  it('stays as it was written down', async () => {
    const id = await aFormer();
    await extend(id).expect(201);
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    try {
      for (const statement of [
        'UPDATE retention_extensions SET until = now()',
        'DELETE FROM retention_extensions',
      ])
        await expect(limited.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await limited.end();
    }
    await expect(
      app.rows(`UPDATE retention_extensions SET until = recorded_on + 400 WHERE contact_id = $1`, [id]),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
