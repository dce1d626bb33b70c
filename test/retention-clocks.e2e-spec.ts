import { calendarDay } from '@seloste/kernel';
import { addPeriod } from '@seloste/retention';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';

const today = calendarDay(new Date(), 'Europe/Helsinki');
const ago = (days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
const inAYear = addPeriod(today, 'P12M');
const source = (when: string, kind = 'event') => ({ sources: [{ kind, what: 'x', when }] });
const yes = {
  channel: 'email',
  purpose: 'newsletter',
  wording: 'Kyllä kiitos.',
  language: 'fi',
  obtainedVia: 'event',
};

interface Clock {
  dueOn: string | null;
  reviewOn: string | null;
  ground: string;
  start: string;
  startedOn: string;
  reason: string;
  parts: unknown[];
}

describe('the clock of a person', () => {
  let app: TestApp;
  let staff: Caller;
  let marketer: Caller;
  const made = async (to: string, fields: object): Promise<{ id: string }> =>
    (await staff.post(to, fields).expect(201)).body;
  const aFirm = (relationship: object) => made('/companies', aCompany({ relationship }));
  const aPerson = (fields: object) => made('/contacts', aContact(fields));
  const clockOf = async ({ id }: { id: string }): Promise<Clock> =>
    (await staff.get(`/contacts/${id}`).expect(200)).body.retention;
  const heard = (contactId: string, day: string, fields: object = {}) =>
    made('/interactions', {
      ...anInteraction({ type: 'call', direction: 'in', ...fields }),
      contactIds: [contactId],
      occurredAt: `${day}T12:00:00Z`,
    });

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager', 'privacy_officer'] });
    marketer = await app.signIn(admin, { roles: ['marketer'] });
  });
  afterAll(() => app.close());

  it('does not run while the company is a customer: the ground is looked at within a year (P8)', async () => {
    const { id: companyId } = await aFirm({ status: 'customer', startedOn: '2020-02-01' });
    expect(await clockOf(await aPerson({ companyId, ...source(ago(400)) }))).toEqual({
      dueOn: null,
      reviewOn: inAYear,
      ground: 'customers',
      start: 'customer_since',
      startedOn: '2020-02-01',
      reason: expect.stringMatching(
        /^Säilytetään asiakassuhteen ajan: asiakassuhteessa 1\.2\.2020 alkaen\. Tarve/,
      ),
      parts: [],
    });
  });

  it('runs from the day on which the customer relationship ended, for 12 months (V12, C6)', async () => {
    const { id: companyId } = await aFirm({ status: 'customer' });
    const person = await aPerson({ companyId });
    await staff
      .patch(`/companies/${companyId}`, { relationship: { status: 'former', endedOn: '2026-03-14' } })
      .expect(200);
    expect(await clockOf(person)).toMatchObject({
      dueOn: '2027-03-14',
      reviewOn: null,
      ground: 'former_customers',
      reason: 'Poistetaan 14.3.2027: asiakassuhde päättyi 14.3.2026, 12 kuukautta',
    });
    await staff.patch(`/companies/${companyId}`, { relationship: { status: 'customer' } }).expect(200);
    expect(await clockOf(person)).toMatchObject({ dueOn: null, reviewOn: inAYear, ground: 'customers' });
  });

  it('runs from a lost lead, and not from when the relationship is said to have ended only later', async () => {
    const { id: companyId } = await aFirm({ status: 'prospect' });
    const person = await aPerson({ companyId, ...source(ago(100)) });
    await staff.patch(`/companies/${companyId}`, { relationship: { status: 'former' } }).expect(200);
    const lost = { ground: 'prospects', start: 'lead_lost', startedOn: today, dueOn: inAYear };
    expect(await clockOf(person)).toMatchObject(lost);
    await staff.patch(`/companies/${companyId}`, { relationship: { status: 'former', endedOn: null } });
    expect(await clockOf(person)).toMatchObject(lost);
  });

  it.each([
    ['a call from them', { type: 'call', direction: 'in' }, true],
    ['a mail from them', { type: 'email', direction: 'in' }, true],
    ['a meeting', { type: 'meeting', direction: null }, true],
    ['a form', { type: 'form', direction: 'in' }, true],
    ['a visit', { type: 'visit', direction: 'in' }, true],
    ['a call of ours', { type: 'call', direction: 'out' }, false],
    ['a mail of ours', { type: 'email', direction: 'out' }, false],
    ['a note', { type: 'note', direction: null }, false],
  ])('of a prospect runs anew from their side: %s', async (_, fields, isTheirs) => {
    const { id: companyId } = await aFirm({ status: 'prospect' });
    const person = await aPerson({ companyId, ...source(ago(100)) });
    await heard(person.id, ago(30), fields);
    const startedOn = isTheirs ? ago(30) : ago(100);
    const start = isTheirs ? 'last_contact' : 'collected';
    expect(await clockOf(person)).toMatchObject({ start, startedOn, dueOn: addPeriod(startedOn, 'P12M') });
  });

  it('counts a day by the controller’s calendar: half past ten at night in Greenwich is tomorrow in Helsinki', async () => {
    const person = await aPerson(source('2026-01-10'));
    await made('/interactions', {
      ...anInteraction({ direction: 'in' }),
      contactIds: [person.id],
      occurredAt: '2026-02-27T22:30:00Z',
    });
    expect(await clockOf(person)).toMatchObject({ startedOn: '2026-02-28', dueOn: '2027-02-28' });
  });

  it('adds months as the calendar does: from a leap day it is the last of February', async () => {
    const person = await aPerson(source('2024-02-29'));
    expect(await clockOf(person)).toMatchObject({ startedOn: '2024-02-29', dueOn: '2025-02-28' });
  });

  it('follows what is put right of an interaction: it was another day, another way, somebody else', async () => {
    const [one, other] = [await aPerson(source(ago(100))), await aPerson(source(ago(100)))];
    const { id } = await heard(one.id, ago(10));
    await staff.patch(`/interactions/${id}`, { occurredAt: `${ago(20)}T12:00:00Z` }).expect(200);
    expect(await clockOf(one)).toMatchObject({ startedOn: ago(20) });
    await staff.patch(`/interactions/${id}`, { contactIds: [other.id] }).expect(200);
    expect(await clockOf(one)).toMatchObject({ startedOn: ago(100), start: 'collected' });
    expect(await clockOf(other)).toMatchObject({ startedOn: ago(20) });
    await staff.patch(`/interactions/${id}`, { direction: 'out' }).expect(200);
    expect(await clockOf(other)).toMatchObject({ startedOn: ago(100) });
  });

  it('does not run while a marketing consent is in force; when it is withdrawn, it is over at once (H8, C6)', async () => {
    const person = await aPerson(source(ago(500)));
    const { id } = await made(`/contacts/${person.id}/consents`, yes);
    expect(await clockOf(person)).toMatchObject({
      ground: 'marketing_contacts',
      dueOn: null,
      reviewOn: inAYear,
    });
    await staff.delete(`/contacts/${person.id}/consents/${id}`).send({ receivedVia: 'phone' });
    expect(await clockOf(person)).toMatchObject({
      ground: 'withdrawn',
      start: 'consent_withdrawn',
      startedOn: today,
      dueOn: today,
      reason: expect.stringMatching(/^Poistetaan heti/),
    });
  });

  it('of who sent a form runs from their last contact, and ends at once when they opt out (H8)', async () => {
    const person = await aPerson(source(ago(50), 'form'));
    await heard(person.id, ago(20), { type: 'form' });
    expect(await clockOf(person)).toMatchObject({ ground: 'form_senders', startedOn: ago(20) });
    await made(`/contacts/${person.id}/objections`, { channel: 'all', purpose: 'all', receivedVia: 'phone' });
    expect(await clockOf(person)).toMatchObject({ ground: 'withdrawn', start: 'objected', dueOn: today });
  });

  it('is decided by the ground that keeps longest: an objection ends marketing, and not the relationship', async () => {
    const { id: companyId } = await aFirm({ status: 'customer' });
    const person = await aPerson({ companyId });
    await made(`/contacts/${person.id}/consents`, yes);
    expect(await clockOf(person)).toMatchObject({ ground: 'customers' });
    await made(`/contacts/${person.id}/objections`, { channel: 'all', purpose: 'direct_marketing' });
    expect(await clockOf(person)).toMatchObject({ ground: 'customers', dueOn: null });
    await staff
      .patch(`/companies/${companyId}`, { relationship: { status: 'former', endedOn: today } })
      .expect(200);
    expect(await clockOf(person)).toMatchObject({ ground: 'former_customers', dueOn: inAYear });
  });

  it('of who leaves a customer runs from the day on which they left', async () => {
    const { id: companyId } = await aFirm({ status: 'customer' });
    const person = await aPerson({ companyId, ...source(ago(700)) });
    await staff.patch(`/contacts/${person.id}`, { companyId: null }).expect(200);
    expect(await clockOf(person)).toMatchObject({
      ground: 'former_customers',
      startedOn: today,
      dueOn: inAYear,
    });
  });

  it('is confirmed with who, when and why, and never for more than a year (design rule 4)', async () => {
    const { id: companyId } = await aFirm({ status: 'customer' });
    const person = await aPerson({ companyId });
    await app.rows(
      `UPDATE contacts SET retention_reviewed_on = current_date - 360, retention_review_on = current_date + 5 WHERE id = $1`,
      [person.id],
    );
    const to = `/contacts/${person.id}/retention-reviews`;
    const { body } = await staff.post(to, { ground: 'customers', note: 'Sopimus jatkuu.' }).expect(201);
    expect(body).toMatchObject({ ground: 'customers', note: 'Sopimus jatkuu.', reviewedOn: today });
    expect(await clockOf(person)).toMatchObject({ reviewOn: inAYear });
    expect((await staff.get(to).expect(200)).body.items).toEqual([body]);
    const acts = await app.rows(
      `SELECT fields FROM audit_events WHERE action = 'retention_review.record' AND subject_id = $1`,
      [person.id],
    );
    expect(acts).toEqual([{ fields: ['ground', 'note'] }]);

    await staff.post(to, { ground: 'prospects', note: 'x' }).expect(409);
    await staff.post(to, { ground: 'customers' }).expect(400);
    await marketer.post(to, { ground: 'customers', note: 'x' }).expect(403);
    await staff
      .post('/contacts/00000000-0000-7000-8000-000000000000/retention-reviews', {
        ground: 'customers',
        note: 'x',
      })
      .expect(404);
    await app.stranger.post(to, { ground: 'customers', note: 'x' }).expect(401);
  });

  it.each([
    ['without a day', 'retention_review_on = NULL, retention_reviewed_on = NULL', 'contacts_have_a_clock'],
    ['with two days', 'retention_due_on = current_date + 400', 'contacts_have_a_clock'],
    [
      'with a review after more than a year',
      `retention_review_on = retention_reviewed_on + interval '13 months'`,
      'contacts_are_reviewed_within_a_year',
    ],
    ['on no known ground', `retention_ground = 'relationship'`, 'contacts_are_kept_on_a_ground'],
    ['from no known start', `retention_start = 'edited'`, 'contacts_clocks_have_a_start'],
    [
      'due before it began',
      `retention_review_on = NULL, retention_reviewed_on = NULL, retention_due_on = '1990-01-01'`,
      'contacts_are_due_after_the_start',
    ],
  ])('cannot be %s, whoever writes the row (GDPR Art. 5(1)(e))', async (_, changes, constraint) => {
    const { id: companyId } = await aFirm({ status: 'customer' });
    const { id } = await aPerson({ companyId });
    await expect(app.rows(`UPDATE contacts SET ${changes} WHERE id = $1`, [id])).rejects.toMatchObject({
      constraint,
    });
  });

  it('finds people by it: within days, by ground, in its order; and not those whose clock is out of sight', async () => {
    const { id: companyId } = await aFirm({ status: 'prospect' });
    const soon = await aPerson({
      companyId,
      ...source(
        addPeriod(addPeriod(today, 'P30D'), 'P0D').replace(/^\d+/, (year) => String(Number(year) - 1)),
      ),
    });
    const later = await aPerson({ companyId, ...source(ago(10)) });
    const list = async (caller: Caller, query: string): Promise<string[]> =>
      (await caller.get(`/contacts?companyId=${companyId}&${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await list(staff, 'clockWithin=90')).toEqual([soon.id]);
    expect(await list(staff, 'clockWithin=0')).toEqual([]);
    expect(await list(staff, 'retentionGround=prospects&sort=retention')).toEqual([soon.id, later.id]);
    expect(await list(staff, 'sort=-retention')).toEqual([later.id, soon.id]);
    expect(await list(staff, 'retentionGround=customers')).toEqual([]);
    await staff.get('/contacts?clockWithin=-1').expect(400);
    await staff.get('/contacts?retentionGround=friends').expect(400);
  });
});
