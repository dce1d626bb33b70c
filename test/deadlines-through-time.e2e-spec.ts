import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

describe('deadlines at month ends, leap days and changes of clocks in Helsinki (V8, GDPR Art. 12(3), 33(1))', () => {
  let app: TestApp;
  let officer: Caller;
  let at = new Date('2026-12-01T08:00:00Z');
  const email = 'ville.vartija@havukka.example';

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    officer = await app.signIn(await app.setUp(), { email, roles: ['privacy_officer'] });
  });
  afterAll(() => app.close());

  /** Moves the clock of the house; months later one signs in again. */
  const goTo = async (instant: string) => {
    at = new Date(instant);
    await officer.post('/sessions', { email, password }).expect(201);
  };
  const received = async (receivedAt: string) => {
    await goTo(receivedAt);
    const asked = { kind: 'access', identifier: 'aila.hakija@asiakas.example', receivedVia: 'letter' };
    return make(officer, '/subject-requests', { ...asked, receivedAt });
  };
  const request = (id: string) => read(officer, `/subject-requests/${id}`);
  const extend = (id: string, months: number) =>
    officer.post(`/subject-requests/${id}/extension`, {
      ...{ months, reason: 'complexity' },
      letter: { subject: 'Pyyntönne', body: 'Vastaamme myöhemmin.', way: 'letter' },
    });

  it.each([
    // Received, its day in Helsinki, the last day, and the last second of that day.
    ['2027-01-30T22:30:00Z', '2027-01-31', '2027-02-28', '2027-02-28T21:59:59Z'],
    ['2028-01-31T21:59:59Z', '2028-01-31', '2028-02-29', '2028-02-29T21:59:59Z'],
    ['2028-02-28T22:00:00Z', '2028-02-29', '2028-03-29', '2028-03-29T20:59:59Z'],
    ['2027-02-28T10:00:00Z', '2027-02-28', '2027-03-28', '2027-03-28T20:59:59Z'],
    ['2027-03-31T21:30:00Z', '2027-04-01', '2027-05-01', '2027-05-01T20:59:59Z'],
    ['2027-09-30T21:00:00Z', '2027-10-01', '2027-11-01', '2027-11-01T21:59:59Z'],
    ['2027-10-01T00:00:00Z', '2027-10-01', '2027-11-01', '2027-11-01T21:59:59Z'],
    ['2027-09-30T20:59:59Z', '2027-09-30', '2027-10-30', '2027-10-30T20:59:59Z'],
    ['2027-10-31T22:30:00Z', '2027-11-01', '2027-12-01', '2027-12-01T21:59:59Z'],
  ])('a request of %s is of %s, due on %s until %s', async (receivedAt, receivedOn, dueOn, lastSecond) => {
    const id = await received(receivedAt);
    expect(await request(id)).toMatchObject({ receivedOn, dueOn, urgency: 'in_time' });
    await goTo(lastSecond);
    expect(await request(id)).toMatchObject({ urgency: 'due_soon' });
    await goTo(new Date(Date.parse(lastSecond) + 1000).toISOString());
    expect(await request(id)).toMatchObject({ urgency: 'overdue' });
  });

  it.each([
    // The last second of the first month, the months put off, and the day they lead to.
    ['2028-01-31T10:00:00Z', '2028-02-29T21:59:59Z', 1, '2028-03-31'],
    ['2028-01-31T10:00:00Z', '2028-02-29T21:59:59Z', 2, '2028-04-30'],
    ['2027-12-31T10:00:00Z', '2028-01-31T21:59:59Z', 1, '2028-02-29'],
    ['2027-02-28T10:00:00Z', '2027-03-28T20:59:59Z', 2, '2027-05-28'],
    ['2027-09-30T22:00:00Z', '2027-11-01T21:59:59Z', 2, '2028-01-01'],
  ])('a request of %s is put off until %s, by %i months to %s, and not a second later', async (...given) => {
    const [receivedAt, lastSecond, months, dueOn] = given;
    const [inTime, tooLate] = [await received(receivedAt), await received(receivedAt)];
    await goTo(lastSecond);
    expect((await extend(inTime, months).expect(201)).body).toMatchObject({ dueOn, extension: months });
    await goTo(new Date(Date.parse(lastSecond) + 1000).toISOString());
    expect((await extend(tooLate, months).expect(409)).body.code).toBe('too_late_to_extend');
    expect(await request(tooLate)).toMatchObject({ extension: 0, urgency: 'overdue' });
  });

  it.each([
    // Both changes of clocks, a leap day and the end of a year: always 72 hours by the clock.
    ['2027-03-26T22:30:00Z', '2027-03-29T22:30:00.000Z'],
    ['2027-10-29T21:30:00Z', '2027-11-01T21:30:00.000Z'],
    ['2028-02-27T10:00:00Z', '2028-03-01T10:00:00.000Z'],
    ['2027-12-30T10:00:00Z', '2028-01-02T10:00:00.000Z'],
  ])('a breach known at %s is told of before %s', async (awareAt, notifyBefore) => {
    await goTo(awareAt);
    const id = await make(officer, '/breaches', { facts: 'Tietokone unohtui junaan.', awareAt });
    const urgencyAt = async (instant: number) => {
      await goTo(new Date(instant).toISOString());
      return (await read(officer, `/breaches/${id}`)) as { notifyBefore: string; urgency: string };
    };
    const end = Date.parse(notifyBefore);
    const day = 24 * 60 * 60 * 1000;
    expect(await urgencyAt(end - day - 1000)).toMatchObject({ notifyBefore, urgency: 'open' });
    expect(await urgencyAt(end - day)).toMatchObject({ urgency: 'last_day' });
    expect(await urgencyAt(end)).toMatchObject({ urgency: 'last_day' });
    expect(await urgencyAt(end + 1000)).toMatchObject({ urgency: 'late' });
  });
});
