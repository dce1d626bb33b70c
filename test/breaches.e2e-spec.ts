import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('a breach of personal data (GDPR Art. 33, 34)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let manager: Caller;
  let seller: Caller;
  let at = new Date('2027-03-01T08:00:00Z');

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    seller = await app.signIn(admin);
  });
  afterAll(() => app.close());

  const report = (fields: object = {}) => ({ facts: 'Kannettava tietokone unohtui junaan.', ...fields });
  const detail = (id: string) => read(officer, `/breaches/${id}`);
  const assessed = (id: string, fields: object) => officer.patch(`/breaches/${id}`, fields);

  it('is reported by anybody who works here, and its 72 hours run from when we knew', async () => {
    const { body } = await seller.post('/breaches', report({ awareAt: '2027-02-26T12:00:00Z' })).expect(201);
    expect(body).toMatchObject({ notifyBefore: '2027-03-01T12:00:00.000Z' });
    expect(await detail(body.id)).toMatchObject({
      ...{ urgency: 'last_day', risk: null, affected: 0, closedAt: null },
      reportedBy: { name: 'Samu Myyjä' },
      events: [{ step: 'reported' }],
    });
  });

  it('is told to the authority late only with the reason, and closed only when all are told', async () => {
    const id = await make(officer, '/breaches', report({ awareAt: '2027-02-20T12:00:00Z' }));
    expect((await officer.post(`/breaches/${id}/closing`).expect(409)).body.code).toBe('not_told_yet');
    await assessed(id, { risk: 'risk' }).expect(400);
    await assessed(id, { risk: 'risk', riskReason: 'Asiakkaiden puhelinnumeroita' }).expect(200);
    await officer.put(`/breaches/${id}/authority-notice`, {}).expect(400);
    await officer
      .put(`/breaches/${id}/authority-notice`, { delayReason: 'Selvitys kesti viikonlopun yli.' })
      .expect(200);
    await officer.post(`/breaches/${id}/closing`).expect(200);
    expect(await detail(id)).toMatchObject({ urgency: 'done', closedAt: expect.any(String) });
    expect((await assessed(id, { effects: 'x' }).expect(409)).body.code).toBe('breach_closed');
  });

  it('finds whom a misused account saw or changed, in its time alone, restricted people too', async () => {
    const [seen, changed, never] = [
      await make(manager, '/contacts', aContact()),
      await make(manager, '/contacts', aContact()),
      await make(manager, '/contacts', aContact()),
    ];
    const me = await read(manager, '/me');
    const now = at;
    at = new Date('2027-03-01T08:10:00Z');
    await manager.get(`/contacts/${seen}`).expect(200);
    await manager.patch(`/contacts/${changed}`, { title: 'Toimitusjohtaja' }).expect(200);
    at = new Date('2027-03-01T08:20:00Z');
    await manager.get(`/contacts/${never}`).expect(200);
    await officer.put(`/contacts/${changed}/restriction`, { reason: 'Tarkistus' }).expect(200);
    const id = await make(officer, '/breaches', report());
    await officer.post(`/breaches/${id}/affected-people`, { userId: me.id }).expect(400);
    const times = { from: '2027-03-01T08:05:00Z', until: '2027-03-01T08:15:00Z' };
    const { body } = await officer
      .post(`/breaches/${id}/affected-people`, { userId: me.id, ...times })
      .expect(200);
    expect(body).toEqual({ added: 2, affected: 2 });
    const people = (await read(officer, `/breaches/${id}/affected-people`)).items as {
      contact: { id: string };
    }[];
    expect(people.map(({ contact }) => contact.id).sort()).toEqual([seen, changed].sort());
    at = now;
  });

  it('is told to each of the people once, in their own language; whoever has no address is counted', async () => {
    const person = (fields: object) => make(manager, '/contacts', aContact(fields));
    const contactIds = [
      await person({ emails: ['yksi@asiakas.example'], language: 'sv' }),
      await person({ emails: ['kaksi@asiakas.example', 'toinen@asiakas.example'], language: 'fi' }),
      await person({ emails: [] }),
      await person({ emails: ['sivullinen@asiakas.example'] }),
    ];
    const outsider = contactIds.at(-1) ?? '';
    const id = await make(officer, '/breaches', report());
    await officer.post(`/breaches/${id}/affected-people`, { contactIds }).expect(200);
    await officer.delete(`/breaches/${id}/affected-people/${outsider}`).expect(204);
    const drafts = await read(officer, `/breaches/${id}/notice-drafts`);
    const letters = drafts.people.map(({ body, ...draft }: { body: string }) => ({
      ...draft,
      body: body.replaceAll(/\[.*?\]/g, 'Tiedot.'),
    }));
    const told = await officer.post(`/breaches/${id}/people-notices`, { letters }).expect(200);
    expect(told.body).toEqual({ told: 2, unreachable: 1 });
    const again = await officer.post(`/breaches/${id}/people-notices`, { letters }).expect(200);
    expect(again.body).toEqual({ told: 0, unreachable: 1 });
    expect(
      await app.rows(
        `SELECT recipient, language FROM mail_messages WHERE about_type = 'breach' AND about_id = $1 ORDER BY 1`,
        [id],
      ),
    ).toEqual([
      { recipient: 'kaksi@asiakas.example', language: 'fi' },
      { recipient: 'yksi@asiakas.example', language: 'sv' },
    ]);
    await assessed(id, { risk: 'high', riskReason: 'Pankkitunnuksia' }).expect(200);
    await officer.put(`/breaches/${id}/authority-notice`, {}).expect(200);
    // One of them has not been told.
    await officer.post(`/breaches/${id}/closing`).expect(409);
    await assessed(id, { silence: 'disproportionate_effort', silenceReason: 'Osoitetta ei ole.' }).expect(
      200,
    );
    await officer.post(`/breaches/${id}/closing`).expect(200);
  });

  it('is prepared for the authority with all that the law asks for, in three languages', async () => {
    const id = await make(officer, '/breaches', report());
    await assessed(id, {
      ...{ natures: ['confidentiality'], effects: 'Huijauspuheluja', measures: 'Levy on salattu' },
      ...{ beganAt: '2027-02-28T20:00:00Z', endedAt: '2027-02-28T22:00:00Z' },
    }).expect(200);
    const { authority } = await read(officer, `/breaches/${id}/notice-drafts`);
    expect(authority.map(({ language }: { language: string }) => language)).toEqual(['fi', 'sv', 'en']);
    for (const { body } of authority) {
      expect(body).toContain('Kannettava tietokone unohtui junaan.');
      expect(body).toContain('Huijauspuheluja');
      expect(body).toContain('Levy on salattu');
      expect(body.split('\n\n')).toHaveLength(6);
    }
  });

  it.each([
    ['without a word', { facts: '' }, 'facts'],
    ['that is known tomorrow', { facts: 'x', awareAt: '2030-01-01T00:00:00Z' }, 'awareAt'],
  ])('%s is refused with what is wrong', async (_, input, field) => {
    const { body } = await seller.post('/breaches', input).expect(400);
    expect(body.fields).toMatchObject([{ field }]);
  });

  it('that there is not is 404, and a lost update 412', async () => {
    await officer.get(`/breaches/${nowhere}`).expect(404);
    const id = await make(officer, '/breaches', report());
    await assessed(id, { effects: 'a' }).set('If-Match', '"1"').expect(200);
    await assessed(id, { effects: 'b' }).set('If-Match', '"1"').expect(412);
  });
});
