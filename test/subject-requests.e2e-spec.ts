import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('a subject request (H13, H14, C7, P9, V7, V8)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let manager: Caller;
  let seller: Caller;
  const at = new Date('2027-03-01T08:00:00Z');

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    seller = await app.signIn(admin);
  });
  afterAll(() => app.close());

  const asked = (fields: object = {}) => ({
    ...{ kind: 'access', identifier: 'maija.meikalainen@asiakas.example', receivedVia: 'phone' },
    ...fields,
  });
  const detail = (id: string) => read(officer, `/subject-requests/${id}`);

  it('that somebody heard on the phone is written down, and its month runs from the day of receipt', async () => {
    const received = { receivedVia: 'letter', receivedAt: '2027-01-30T22:30:00.000Z' };
    const { body } = await seller.post('/subject-requests', asked(received)).expect(201);
    // Half past midnight of the 31st in Helsinki.
    expect(body).toMatchObject({ receivedOn: '2027-01-31', dueOn: '2027-02-28' });
    expect(body.reference).toMatch(/^SR-[2-9A-Z]{6}$/);
    expect(await detail(body.id)).toMatchObject({
      ...{ kind: 'access', status: 'received', urgency: 'overdue', outcome: null, contact: null },
      ...{ identifier: 'maija.meikalainen@asiakas.example', language: 'fi', extension: 0 },
      recordedBy: { name: 'Samu Myyjä' },
      events: [{ step: 'received', code: 'letter', by: { name: 'Samu Myyjä' } }],
    });
  });

  it('finds by an address the one person who is known by it, and answers the same where nobody is', async () => {
    const id = await make(manager, '/contacts', aContact({ emails: ['aila.hakija@asiakas.example'] }));
    const known = await seller
      .post('/subject-requests', asked({ identifier: ' Aila.Hakija@Asiakas.example ' }))
      .expect(201);
    const unknown = await seller
      .post('/subject-requests', asked({ identifier: 'ei.kukaan@muualla.example' }))
      .expect(201);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect(await detail(known.body.id)).toMatchObject({ contactId: id, status: 'received', candidates: [] });
    expect(await detail(unknown.body.id)).toMatchObject({ contactId: null });
  });

  it('shows who may have asked where only a name is known, restricted people by their addresses too', async () => {
    const id = await make(manager, '/contacts', aContact({ firstName: 'Ebba', lastName: 'Sökande' }));
    const { body } = await seller
      .post('/subject-requests', asked({ identifier: 'Ebba Sökande' }))
      .expect(201);
    expect((await detail(body.id)).candidates).toMatchObject([{ id }]);
    await officer.patch(`/subject-requests/${body.id}`, { contactId: id }).expect(200);
    expect(await detail(body.id)).toMatchObject({
      ...{ contactId: id, candidates: [], status: 'received' },
      events: [{ step: 'received' }, { step: 'linked' }],
    });
  });

  it('is queued by its deadline, overdue ones apart', async () => {
    const overdue = (await read(officer, '/subject-requests?urgency=overdue')).items as { dueOn: string }[];
    expect(overdue.map(({ dueOn }) => dueOn)).toEqual(['2027-02-28']);
    const open = (await read(officer, '/subject-requests')).items as { dueOn: string }[];
    expect(open.map(({ dueOn }) => dueOn)).toEqual(open.map(({ dueOn }) => dueOn).sort());
  });

  it('is given to somebody who may answer it, and to nobody else', async () => {
    const { body } = await officer.post('/subject-requests', asked()).expect(201);
    const me = await read(officer, '/me');
    await officer.patch(`/subject-requests/${body.id}`, { assigneeId: nowhere }).expect(400);
    const { body: assigned } = await officer
      .patch(`/subject-requests/${body.id}`, { assigneeId: me.id })
      .set('If-Match', '"1"')
      .expect(200);
    expect(assigned.assignee).toMatchObject({ id: me.id });
    await officer
      .patch(`/subject-requests/${body.id}`, { kind: 'erasure' })
      .set('If-Match', '"1"')
      .expect(412);
  });

  it('that the person takes back is closed, and changed no more', async () => {
    const { body } = await officer.post('/subject-requests', asked()).expect(201);
    await officer.post(`/subject-requests/${body.id}/withdrawal`).expect(200);
    expect(await detail(body.id)).toMatchObject({ status: 'closed', outcome: 'withdrawn', urgency: null });
    const { body: problem } = await officer
      .patch(`/subject-requests/${body.id}`, { kind: 'erasure' })
      .expect(409);
    expect(problem.code).toBe('request_closed');
  });

  it.each([
    ['nobody', { identifier: undefined }, 'identifier'],
    ['a kind that there is not', { kind: 'forget' }, 'kind'],
    ['a door of the person’s own', { receivedVia: 'my_data' }, 'receivedVia'],
    ['a day to come', { receivedAt: '2031-01-01T00:00:00Z' }, 'receivedAt'],
    ['a year that is long gone', { receivedAt: '2020-01-01T00:00:00Z' }, 'receivedAt'],
  ])('of %s is refused with what is wrong, and nothing is written', async (_, fields, field) => {
    const before = await app.rows('SELECT count(*) FROM subject_requests');
    const { body } = await seller.post('/subject-requests', asked(fields)).expect(400);
    expect(body.fields).toMatchObject([{ field }]);
    expect(await app.rows('SELECT count(*) FROM subject_requests')).toEqual(before);
  });

  it('of a person whom the caller does not see is 404', async () => {
    await seller.post('/subject-requests', { ...asked(), contactId: nowhere }).expect(404);
    await officer.get(`/subject-requests/${nowhere}`).expect(404);
  });
});
