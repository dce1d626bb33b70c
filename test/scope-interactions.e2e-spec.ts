import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';

describe('what happened, as far as a role reaches', () => {
  let app: TestApp;
  let admin: Caller;
  let north: Caller;
  let south: Caller;
  let ids: { northern: string; southern: string; unowned: string; withBoth: string; ofSouth: string };

  const make = async (caller: Caller, path: string, body: object) =>
    (await caller.post(path, body).expect(201)).body.id as string;
  const itemsOf = async (caller: Caller, path: string) => (await caller.get(path).expect(200)).body.items;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    [north, south] = [await app.signIn(admin, { name: 'Pohja' }), await app.signIn(admin, { name: 'Etelä' })];
    await putIntoTeam(app, north, 'North');
    await putIntoTeam(app, south, 'South');
    const northern = await make(north, '/contacts', aContact({ firstName: 'Pohjatar', lastName: 'Halla' }));
    const southern = await make(
      south,
      '/contacts',
      aContact({ firstName: 'Etelätär', lastName: 'Hellevuo' }),
    );
    const unowned = await make(admin, '/contacts', aContact({ firstName: 'Orpo', ownerId: null }));
    const both = { contactIds: [northern, southern], subject: 'yhdessä', body: 'salaisuus kahdelle' };
    ids = {
      northern,
      southern,
      unowned,
      withBoth: await make(admin, '/interactions', anInteraction(both)),
      ofSouth: await make(
        south,
        '/interactions',
        anInteraction({ contactIds: [southern], subject: 'etelässä', body: 'lumikki puhui' }),
      ),
    };
  });
  afterAll(() => app.close());

  it('is another team’s: a 404 like one that is not there, wherever its id is taken', async () => {
    await north.get(`/interactions/${ids.ofSouth}`).expect(404);
    await north.get(`/interactions/${ids.ofSouth}/revisions`).expect(404);
    await north.patch(`/interactions/${ids.ofSouth}`, { subject: 'x' }).expect(404);
    await north.get(`/contacts/${ids.southern}/timeline`).expect(404);
    const { body } = await north
      .post('/interactions', anInteraction({ contactIds: [ids.southern] }))
      .expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field: 'contactIds.0', code: 'not_found' })]);
  });

  it('is not found by a person or a company out of reach, though it is shared', async () => {
    const trader = aCompany({ name: 'Tmi Etelä', legalForm: 'sole_trader' });
    const companyId = await make(south, '/companies', trader);
    const shared = await make(
      admin,
      '/interactions',
      anInteraction({ contactIds: [ids.northern, ids.southern], companyId }),
    );
    await north.get(`/interactions/${shared}`).expect(200);
    for (const [filter, found] of [
      [`contactId=${ids.southern}`, 0],
      [`companyId=${companyId}`, 0],
      [`contactId=${ids.northern}`, 2],
      [`contactId=${ids.northern}&companyId=${companyId}`, 0],
    ] as const) {
      const { body } = await north.get(`/interactions?${filter}`).expect(200);
      expect([filter, body.items.length, body.total]).toEqual([filter, found, found]);
    }
    expect(await itemsOf(south, `/interactions?companyId=${companyId}`)).toHaveLength(1);
  });

  it('shows of a meeting only the people within reach, and an edit keeps the others', async () => {
    const { body } = await north.get(`/interactions/${ids.withBoth}`).expect(200);
    expect(body.contacts).toEqual([{ id: ids.northern, name: 'Pohjatar Halla' }]);
    await north
      .patch(`/interactions/${ids.withBoth}`, { contactIds: [ids.northern, ids.unowned], subject: 'kolmin' })
      .expect(200);
    const { body: whole } = await admin.get(`/interactions/${ids.withBoth}`).expect(200);
    expect(whole.contactIds).toEqual([ids.northern, ids.unowned, ids.southern]);
    const { body: refused } = await north
      .patch(`/interactions/${ids.withBoth}`, { contactIds: [] })
      .expect(400);
    expect(refused.fields).toEqual([expect.objectContaining({ code: 'out_of_reach' })]);
    await admin
      .patch(`/interactions/${ids.withBoth}`, { contactIds: [ids.northern, ids.southern] })
      .expect(200);
  });

  it('takes in what nobody owns', async () => {
    const id = await make(north, '/interactions', anInteraction({ contactIds: [ids.unowned] }));
    expect(await itemsOf(south, `/contacts/${ids.unowned}/timeline`)).toEqual([
      expect.objectContaining({ id }),
    ]);
  });

  it('counts and lists today only what is within reach', async () => {
    const { body } = await north.get('/today').expect(200);
    expect(body.counts.contacts).toBe(2);
    expect(JSON.stringify(body)).not.toContain(ids.southern);
    expect(JSON.stringify(body)).not.toContain(ids.ofSouth);
    const { body: all } = await admin.get('/today').expect(200);
    expect(all.counts.contacts).toBe(3);
  });

  it('is found by nobody whom it does not concern, whatever they type', async () => {
    for (const q of ['hellevuo', 'etelätär', 'lumikki', 'etelässä', 'helevuo'])
      expect(await itemsOf(north, `/search?q=${encodeURIComponent(q)}`)).toEqual([]);
    const found = await itemsOf(south, '/search?q=hellevuo');
    expect(found.map(({ id }: { id: string }) => id)).toContain(ids.southern);
    const meeting = await itemsOf(north, '/search?q=salaisuus');
    expect(meeting).toEqual([expect.objectContaining({ id: ids.withBoth, subtitle: 'Pohjatar Halla' })]);
  });

  describe('for a marketer', () => {
    let marketer: Caller;
    beforeAll(async () => {
      marketer = await app.signIn(admin, { roles: ['marketer'] });
    });

    it('keeps bodies to itself, and says so', async () => {
      const { body } = await marketer.get(`/interactions/${ids.ofSouth}`).expect(200);
      expect(body).toMatchObject({ subject: 'etelässä', body: null, withheld: ['bodies'] });
      await south.patch(`/interactions/${ids.ofSouth}`, { body: 'lumikki puhui taas' }).expect(200);
      const [revision] = await itemsOf(marketer, `/interactions/${ids.ofSouth}/revisions`);
      expect(revision.body).toBeNull();
    });

    it('does not find by a word of a body, nor by an address or a number', async () => {
      await admin
        .post(
          '/contacts',
          aContact({ firstName: 'Ville', emails: ['kettukarkki@example.com'], phones: ['+358405557777'] }),
        )
        .expect(201);
      for (const q of ['lumikki', 'kettukarkki', '0405557777', '5557777']) {
        expect(await itemsOf(marketer, `/search?q=${q}`)).toEqual([]);
        expect(await itemsOf(marketer, `/contacts?q=${q}`)).toEqual([]);
      }
      expect(await itemsOf(admin, '/search?q=kettukarkki')).toHaveLength(1);
      expect(await itemsOf(marketer, '/search?q=hellevuo')).toHaveLength(1);
      expect(await itemsOf(marketer, '/contacts?q=hellevuo')).toHaveLength(1);
    });

    it('who also sells for a team reads the bodies of that team alone', async () => {
      const both = await app.signIn(admin, { roles: ['marketer', 'salesperson'] });
      await putIntoTeam(app, both, 'North');
      const { body: theirs } = await both.get(`/interactions/${ids.ofSouth}`).expect(200);
      expect(theirs).toMatchObject({ body: null, withheld: ['bodies'] });
      const { body: ours } = await both.get(`/interactions/${ids.withBoth}`).expect(200);
      expect(ours).toMatchObject({ body: 'salaisuus kahdelle', withheld: [] });
      await both.patch(`/interactions/${ids.ofSouth}`, { subject: 'x' }).expect(403);
      expect(await itemsOf(both, '/search?q=lumikki')).toEqual([]);
    });

    it('who also sells for a team writes nobody of another team into a meeting, but keeps who is in it', async () => {
      const both = await app.signIn(admin, { roles: ['marketer', 'salesperson'] });
      await putIntoTeam(app, both, 'North');
      const id = await make(north, '/interactions', anInteraction({ contactIds: [ids.northern] }));
      const withSouth = { contactIds: [ids.northern, ids.southern] };
      const { body } = await both.patch(`/interactions/${id}`, withSouth).expect(400);
      expect(body.fields).toEqual([expect.objectContaining({ field: 'contactIds.1', code: 'not_found' })]);
      await both.post('/interactions', anInteraction(withSouth)).expect(400);
      const kept = { contactIds: [ids.southern, ids.northern], subject: 'taas yhdessä' };
      expect((await both.patch(`/interactions/${ids.withBoth}`, kept).expect(200)).body.contactIds).toEqual(
        kept.contactIds,
      );
    });

    it('who also sells for a team is not shown what came with another team’s list, nor what it was before', async () => {
      const both = await app.signIn(admin, { roles: ['marketer', 'salesperson'] });
      await putIntoTeam(app, both, 'North');
      const of = { contactIds: [ids.southern], subject: 'listalta', body: 'valkea lumme' };
      const id = await make(south, '/interactions', anInteraction(of));
      await south.patch(`/interactions/${id}`, { body: 'punainen lumme' }).expect(200);
      await app.rows('UPDATE interactions SET author_id = NULL WHERE id = $1', [id]);
      const { body } = await both.get(`/interactions/${id}`).expect(200);
      expect(body).toMatchObject({ body: null, withheld: ['bodies'] });
      const [revision] = await itemsOf(both, `/interactions/${id}/revisions`);
      expect(revision.body).toBeNull();
    });
  });

  it('for support is what happened with customers, and only what they wrote themselves can they change', async () => {
    const support = await app.signIn(admin, { roles: ['support'] });
    const relationship = { status: 'customer', startedOn: null, endedOn: null };
    const companyId = await make(admin, '/companies', aCompany({ name: 'Asiakas Oy', relationship }));
    const customer = await make(south, '/contacts', aContact({ firstName: 'Asta', companyId }));
    const theirs = await make(south, '/interactions', anInteraction({ contactIds: [customer] }));
    const own = await make(support, '/interactions', anInteraction({ contactIds: [customer] }));
    expect((await itemsOf(support, '/interactions')).map(({ id }: { id: string }) => id).sort()).toEqual(
      [theirs, own].sort(),
    );
    await support.get(`/interactions/${ids.ofSouth}`).expect(404);
    await support.patch(`/interactions/${own}`, { subject: 'korjattu' }).expect(200);
    await support.patch(`/interactions/${theirs}`, { subject: 'x' }).expect(403);
    await support.post('/interactions', anInteraction({ contactIds: [ids.southern] })).expect(400);
  });

  it('changes in the same second with the team', async () => {
    const mover = await app.signIn(admin);
    await putIntoTeam(app, mover, 'North');
    await mover.get(`/interactions/${ids.ofSouth}`).expect(404);
    await putIntoTeam(app, mover, 'South');
    await mover.get(`/interactions/${ids.ofSouth}`).expect(200);
  });

  it('is on record for every look: whose data, never what was typed', async () => {
    await north.get('/search?q=halla').expect(200);
    await north.get(`/contacts/${ids.northern}/timeline`).expect(200);
    const looks = await app.rows<{ action: string; shown_ids: string[]; subject_id: string | null }>(
      `SELECT action, shown_ids, subject_id FROM audit_events WHERE class = 'read' AND actor_id = $1`,
      [(await north.get('/me')).body.id],
    );
    expect(looks).toContainEqual({ action: 'contact.timeline', shown_ids: [], subject_id: ids.northern });
    await admin.get(`/contacts/${ids.northern}/timeline`).expect(200);
    const [companions] = await app.rows<{ shown_ids: string[] }>(
      `SELECT shown_ids FROM audit_events WHERE action = 'contact.timeline' ORDER BY id DESC LIMIT 1`,
    );
    expect(companions?.shown_ids).toEqual([ids.southern]);
    expect(looks).toContainEqual({ action: 'search.read', shown_ids: [ids.northern], subject_id: null });
    expect(JSON.stringify(await app.rows('SELECT * FROM audit_events'))).not.toContain('halla');
  });
});
