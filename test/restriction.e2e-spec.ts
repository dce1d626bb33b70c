import { PrivacyOfficer } from '@seloste/audit';
import { Forbidden } from '@seloste/kernel';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';

const header = { 'X-Privacy-Reason': encodeURIComponent('Tietopyyntö 12 – tarkistus') };
const nobody = '01a207bb-e5b0-704d-8b14-000000000000';

describe('/contacts/:id/restriction', () => {
  let app: TestApp;
  let staff: Caller;
  let officer: Caller;
  let officerId: string;
  let now = Date.now();

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    officer = await app.signIn(admin, { name: 'Tiina Suoja', roles: ['privacy_officer'] });
    officerId = (await officer.get('/me').expect(200)).body.id;
  });
  afterAll(() => app.close());

  const aPerson = async (fields: object = {}) =>
    (await staff.post('/contacts', aContact(fields)).expect(201)).body;
  const placed = async (fields: object = {}, restriction: object = {}) => {
    const person = await aPerson(fields);
    await officer
      .put(`/contacts/${person.id}/restriction`, { reason: 'kiistää tiedot', ...restriction })
      .expect(200);
    return person;
  };
  const eventsOf = (id: string) =>
    app.rows<{ action: string; fields: string[] }>(
      `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND action ~ '^(restriction|privacy_officer)' ORDER BY id`,
      [id],
    );
  const today = () => new Date(now).toISOString().slice(0, 10);
  const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);

  it('makes the person absent for everybody, and present for a privacy officer who says why', async () => {
    const person = await aPerson({ emails: ['poissa@example.com'] });
    await staff.post('/interactions', anInteraction({ contactIds: [person.id] })).expect(201);
    const { body } = await officer
      .put(`/contacts/${person.id}/restriction`, { reason: 'kiistää tiedot', until: inDays(30) })
      .expect(200);
    expect(body).toEqual({
      contactId: person.id,
      reason: 'kiistää tiedot',
      until: inDays(30),
      placedAt: expect.any(String),
      placedBy: { id: officerId, name: 'Tiina Suoja' },
      lifting: null,
    });
    const path = `/contacts/${person.id}`;
    for (const caller of [staff, officer]) {
      await caller.get(path).expect(404);
      await caller.get(`${path}/timeline`).expect(404);
    }
    await staff.patch(path, { title: 'Johtaja' }).expect(404);
    await staff.put(`${path}/archival`).expect(404);
    await staff.post('/interactions', anInteraction({ contactIds: [person.id] })).expect(400);

    const shown = (await officer.get(path).set(header).expect(200)).body;
    expect(shown).toMatchObject({ id: person.id, emails: ['poissa@example.com'], restricted: true });
    expect((await officer.get(`${path}/timeline`).set(header).expect(200)).body.total).toBe(1);
    expect((await officer.get(`${path}/restriction`).set(header).expect(200)).body).toEqual(body);
  });

  it('shows one answer to a person who is restricted and to one who is not there', async () => {
    const { id } = await placed();
    const [hidden, missing] = [
      await staff.get(`/contacts/${id}`).expect(404),
      await staff.get(`/contacts/${nobody}`).expect(404),
    ].map(({ body }) => ({ ...body, requestId: undefined, instance: undefined }));
    expect(hidden).toEqual(missing);
  });

  it('is asked for twice without harm, and takes a new reason and day', async () => {
    const { id } = await placed();
    const again = { reason: 'kiistää tiedot', until: inDays(3) };
    await officer.put(`/contacts/${id}/restriction`, again).expect(200);
    const { body } = await officer.put(`/contacts/${id}/restriction`, again).expect(200);
    expect(body).toMatchObject(again);
    const events = (await eventsOf(id)).filter(({ action }) => action !== 'privacy_officer.act');
    expect(events).toEqual([
      { action: 'restriction.place', fields: ['reason', 'until'] },
      { action: 'restriction.change', fields: ['until'] },
    ]);
  });

  it.each([
    ['no reason', {}, 'reason'],
    ['an empty reason', { reason: '  ' }, 'reason'],
    ['a day that has passed', { reason: 'x', until: '2026-01-01' }, 'until'],
    ['no day', { reason: 'x', until: '2026-02-30' }, 'until'],
    ['an unknown field', { reason: 'x', scope: 'all' }, 'scope'],
  ])('refuses %s and changes nothing', async (_, body, field) => {
    const { id } = await aPerson();
    const answer = await officer.put(`/contacts/${id}/restriction`, body).expect(400);
    expect(answer.body.fields).toContainEqual(expect.objectContaining({ field }));
    await staff.get(`/contacts/${id}`).expect(200);
  });

  it('is for privacy officers only', async () => {
    const { id } = await aPerson();
    const path = `/contacts/${id}/restriction`;
    await app.stranger.put(path, { reason: 'x' }).expect(401);
    await staff.put(path, { reason: 'x' }).expect(403);
    await staff.delete(path).send({ reason: 'x' }).expect(403);
    await staff.get(path).set(header).expect(403);
    await staff.get('/restrictions').set(header).expect(403);
    await officer.put(`/contacts/${nobody}/restriction`, { reason: 'x' }).expect(404);
    await officer.get(path).set(header).expect(404);
    await officer.delete(path).send({ reason: 'x' }).expect(404);
  });

  it('refuses the reason of somebody who is no privacy officer, on any route', async () => {
    const { id } = await aPerson();
    for (const path of [`/contacts/${id}`, '/contacts', `/contacts/${id}/timeline`])
      expect((await staff.get(path).set(header).expect(403)).body.code).toBe('forbidden');
  });

  it('opens restricted people inside the software, too, to privacy officers alone', async () => {
    const { body: me } = await staff.get('/me').expect(200);
    const permissions = new Map([['contacts.read', 'all']] as const);
    const actor = { kind: 'user', userId: me.id as string, language: 'fi', permissions } as const;
    const context = { actor, requestId: 'test', privacyReason: 'uteliaisuus' };
    const act = async () =>
      app.app.get(PrivacyOfficer).act(context, { subjectType: 'contact' }, () => Promise.resolve('seen'));
    await expect(act).rejects.toThrow(Forbidden);
  });

  it.each(['', '/restriction', '/timeline'])(
    'keeps on record that the officer asked (…%s), also where there is nothing to see',
    async (rest) => {
      for (const id of rest === '/restriction' ? [nobody, (await aPerson()).id] : [nobody]) {
        const count = async () => [
          (await eventsOf(id)).length,
          (await app.rows('SELECT 1 FROM privacy_acts WHERE subject_id = $1', [id])).length,
        ];
        const before = await count();
        await officer.get(`/contacts/${id}${rest}`).set(header).expect(404);
        expect(await count()).toEqual(before.map((n) => n + 1));
      }
    },
  );

  it('needs to be told why: the header, in percent-encoding', async () => {
    const { id } = await placed();
    for (const path of [`/contacts/${id}/restriction`, '/restrictions']) {
      const { body } = await officer.get(path).expect(400);
      expect(body.fields).toContainEqual(expect.objectContaining({ field: 'X-Privacy-Reason' }));
      await officer.get(path).set({ 'X-Privacy-Reason': '%' }).expect(400);
    }
  });

  it('records each look of the privacy officer, and its reason where only privacy officers find it', async () => {
    const { id } = await placed();
    await officer.get(`/contacts/${id}`).set(header).expect(200);
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual([
      'privacy_officer.act',
      'restriction.place',
      'privacy_officer.act',
    ]);
    const acts = await app.rows(
      'SELECT user_id, reason FROM privacy_acts WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(acts).toEqual([
      { user_id: officerId, reason: 'kiistää tiedot' },
      { user_id: officerId, reason: 'Tietopyyntö 12 – tarkistus' },
    ]);
  });

  it('lists whose processing is restricted, latest first, with their names', async () => {
    const company = (await staff.post('/companies', aCompany()).expect(201)).body;
    now += 1000;
    const [first, second] = [await placed({ companyId: company.id }), (now += 1000) && (await placed())];
    const { body } = await officer.get('/restrictions?limit=1').set(header).expect(200);
    expect(body.items).toMatchObject([
      { contactId: second.id, contact: { id: second.id, name: second.name } },
    ]);
    const next = await officer.get(`/restrictions?limit=1&cursor=${body.nextCursor}`).set(header).expect(200);
    expect(next.body.items).toMatchObject([
      { contactId: first.id, company: { id: company.id, name: company.name }, lifting: null },
    ]);
  });

  it('shows the officer restricted people in the list of people', async () => {
    const person = await placed({ lastName: 'Piilola' });
    const names = async (set: Record<string, string>) =>
      (await officer.get('/contacts?limit=200').set(set).expect(200)).body.items.map(
        (c: { id: string }) => c.id,
      );
    expect(await names({})).not.toContain(person.id);
    expect(await names(header)).toContain(person.id);
  });

  describe('is lifted', () => {
    it('at once when the officer says how the person was told, and everything is back', async () => {
      const person = await placed({ phones: ['+358401112233'] });
      const informed = { via: 'phone', on: today() };
      const { body } = await officer
        .delete(`/contacts/${person.id}/restriction`)
        .send({ reason: 'tiedot oikaistu', informed })
        .expect(200);
      expect(body.lifting).toEqual({
        requestedAt: expect.any(String),
        requestedBy: { id: officerId, name: 'Tiina Suoja' },
        reason: 'tiedot oikaistu',
        noticeQueuedAt: null,
        informed,
        liftedAt: expect.any(String),
      });
      expect((await staff.get(`/contacts/${person.id}`).expect(200)).body).toEqual(person);
      await staff.patch(`/contacts/${person.id}`, { title: 'Johtaja' }).expect(200);
      expect((await eventsOf(person.id)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['restriction.begin_lifting', 'restriction.lift']),
      );
      await officer.get(`/contacts/${person.id}/restriction`).set(header).expect(404);
    });

    it('not before the person was told: without an address, the officer has to say how', async () => {
      const person = await placed();
      const answer = await officer
        .delete(`/contacts/${person.id}/restriction`)
        .send({ reason: 'tiedot oikaistu' })
        .expect(400);
      expect(answer.body.fields).toContainEqual(expect.objectContaining({ field: 'informed' }));
      await staff.get(`/contacts/${person.id}`).expect(404);
      const { body } = await officer.get(`/contacts/${person.id}/restriction`).set(header).expect(200);
      expect(body.lifting).toBeNull();
    });

    it.each([
      ['an unknown way', { via: 'pigeon', on: '2026-01-01' }, 'informed.via'],
      ['a day to come', { via: 'phone', on: '2199-01-01' }, 'informed.on'],
    ])('not by %s', async (_, informed, field) => {
      const person = await placed();
      const answer = await officer
        .delete(`/contacts/${person.id}/restriction`)
        .send({ reason: 'x', informed })
        .expect(400);
      expect(answer.body.fields).toContainEqual(expect.objectContaining({ field }));
    });

    it('never while there is no mail server to write to the person: it waits, and can be taken back', async () => {
      const person = await placed({ emails: ['odottaa@example.com'] });
      const path = `/contacts/${person.id}/restriction`;
      const { body } = await officer.delete(path).send({ reason: 'oikaistu' }).expect(202);
      expect(body.lifting).toMatchObject({ noticeQueuedAt: null, informed: null, liftedAt: null });
      await staff.get(`/contacts/${person.id}`).expect(404);
      const kept = await officer.put(path, { reason: 'kiistää tiedot' }).expect(200);
      expect(kept.body.lifting).toBeNull();
      expect((await eventsOf(person.id)).map(({ action }) => action)).toContain('restriction.keep');
    });
  });
});
