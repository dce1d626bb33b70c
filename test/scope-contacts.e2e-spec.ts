import { CompaniesService } from '@seloste/companies';
import { ContactsService } from '@seloste/contacts';
import type { RequestContext } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type TestApp } from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';
import { found, idOf, inTeam, make, read, twoTeams } from './support/two-teams.js';

describe('people, as far as a role reaches', () => {
  let app: TestApp;
  let teams: Awaited<ReturnType<typeof twoTeams>>;

  beforeAll(async () => {
    app = await createTestApp();
    teams = await twoTeams(app);
  });
  afterAll(() => app.close());

  const ofNorth = () => [teams.ids.northern, teams.ids.ofMate, teams.ids.unowned, teams.ids.employee].sort();
  const everybody = () => [...ofNorth(), teams.ids.southern, teams.ids.customer].sort();

  describe('another team’s person', () => {
    it('is not there for any verb, and for any caller outside', async () => {
      for (const [caller, id] of [
        [teams.north, teams.ids.southern],
        [teams.south, teams.ids.northern],
        [teams.support, teams.ids.southern],
      ] as const) {
        const { body } = await caller.get(`/contacts/${id}`).expect(404);
        const { body: missing } = await caller.get(`/contacts/${teams.ids.soleTrader}`).expect(404);
        expect({ ...body, requestId: '' }).toEqual({ ...missing, requestId: '' });
      }
      await teams.north.patch(`/contacts/${teams.ids.southern}`, { title: 'x' }).expect(404);
      await teams.north.put(`/contacts/${teams.ids.southern}/archival`).expect(404);
      await teams.north.delete(`/contacts/${teams.ids.southern}/archival`).expect(404);
      expect((await read(teams.south, `/contacts/${teams.ids.southern}`)).version).toBe(1);
    });

    it('is in no list, no total and no filter', async () => {
      const page = await read(teams.north, '/contacts');
      expect(page.items.map(({ id }: { id: string }) => id).sort()).toEqual(ofNorth());
      expect(page.total).toBe(4);
      expect((await read(teams.north, '/contacts?limit=1')).total).toBe(4);
      expect(await read(teams.north, `/contacts?ownerId=${await idOf(teams.south)}`)).toMatchObject({
        items: [],
        total: 0,
      });
      for (const q of ['sukuetela', 'osoiteetela', '0401112347'])
        expect(await found(teams.north, `/contacts?q=${q}`)).toEqual([]);
      expect(await found(teams.north, '/contacts?status=customer')).toEqual([]);
      expect(await found(teams.north, `/contacts?companyId=${teams.ids.customerCompany}`)).toEqual([]);
    });

    it('becomes visible and invisible in the moment in which the caller changes teams', async () => {
      const mover = await inTeam(app, teams.admin, 'North', ['salesperson']);
      await mover.get(`/contacts/${teams.ids.southern}`).expect(404);
      await putIntoTeam(app, mover, 'South');
      await mover.get(`/contacts/${teams.ids.southern}`).expect(200);
      await mover.get(`/contacts/${teams.ids.northern}`).expect(404);
    });
  });

  it('takes in what nobody owns, and teammates’ people, for every verb', async () => {
    await teams.north.patch(`/contacts/${teams.ids.ofMate}`, { title: 'Ostaja' }).expect(200);
    await teams.north.put(`/contacts/${teams.ids.unowned}/archival`).expect(200);
    await teams.north.delete(`/contacts/${teams.ids.unowned}/archival`).expect(200);
    await teams.south.get(`/contacts/${teams.ids.unowned}`).expect(200);
  });

  it('lets a record be given to those within reach only, and by a sales manager to anybody', async () => {
    const [me, other, them] = await Promise.all([idOf(teams.north), idOf(teams.mate), idOf(teams.south)]);
    const refusal = async (path: string, body: object) =>
      (await (path.endsWith('s') ? teams.north.post(path, body) : teams.north.patch(path, body)).expect(400))
        .body.fields;
    const outside = [expect.objectContaining({ field: 'ownerId', code: 'outside_scope' })];
    expect(await refusal('/contacts', aContact({ ownerId: them }))).toEqual(outside);
    expect(await refusal('/companies', aCompany({ ownerId: them }))).toEqual(outside);
    const mine = await make(teams.north, '/contacts', aContact());
    const ours = await make(teams.north, '/companies', aCompany());
    expect(await refusal(`/contacts/${mine}`, { ownerId: them })).toEqual(outside);
    expect(await refusal(`/companies/${ours}`, { ownerId: them })).toEqual(outside);
    expect((await read(teams.north, `/contacts/${mine}`)).ownerId).toBe(me);
    await teams.north.patch(`/contacts/${mine}`, { ownerId: other }).expect(200);
    await teams.north.patch(`/contacts/${mine}`, { ownerId: null }).expect(200);
    await teams.admin.patch(`/contacts/${mine}`, { ownerId: them }).expect(200);
    await teams.admin.patch(`/companies/${ours}`, { ownerId: them }).expect(200);
    await teams.north.get(`/contacts/${mine}`).expect(404);
    await teams.admin.put(`/contacts/${mine}/archival`).expect(200);
  });

  describe('for a marketer', () => {
    it('is everybody without e-mails and phones, and says so', async () => {
      expect(await found(teams.marketer, '/contacts')).toEqual(everybody());
      expect(await read(teams.marketer, `/contacts/${teams.ids.southern}`)).toMatchObject({
        firstName: 'Etuetela',
        emails: null,
        phones: null,
        sources: [{ kind: 'person' }],
        retention: { ground: 'prospects' },
        withheld: ['contact_details'],
      });
      for (const item of (await read(teams.marketer, '/contacts')).items)
        expect(item).toMatchObject({ email: null, phone: null, withheld: ['contact_details'] });
    });

    it('is not told by a filter what a list keeps back', async () => {
      for (const q of ['osoiteetela', 'osoiteetela@example.com', '0401112347', '2347'])
        expect(await read(teams.marketer, `/contacts?q=${q}`)).toMatchObject({ items: [], total: 0 });
      expect(await found(teams.marketer, '/contacts?q=sukuetela')).toEqual([teams.ids.southern]);
      for (const q of ['0409991234', 'yksin'])
        expect(await found(teams.marketer, `/companies?q=${q}`)).toEqual([]);
      expect(await found(teams.marketer, '/companies?q=haavisto')).toEqual([teams.ids.soleTrader]);
    });

    it('has no verb but reading', async () => {
      await teams.marketer.post('/contacts', aContact()).expect(403);
      await teams.marketer.patch(`/contacts/${teams.ids.southern}`, { title: 'x' }).expect(403);
      await teams.marketer.put(`/companies/${teams.ids.customerCompany}/archival`).expect(403);
    });
  });

  describe('for support', () => {
    it('is the people of customers, with contact details and without privacy', async () => {
      expect(await found(teams.support, '/contacts')).toEqual([teams.ids.customer]);
      expect((await read(teams.support, '/contacts')).total).toBe(1);
      expect(await read(teams.support, `/contacts/${teams.ids.customer}`)).toMatchObject({
        emails: ['osoiteasiakas@example.com'],
        sources: null,
        bases: null,
        retention: null,
        withheld: ['privacy'],
      });
      await teams.support.get(`/contacts/${teams.ids.unowned}`).expect(404);
    });
  });

  describe('for a salesperson who is a marketer too', () => {
    it('is everybody, and contact details only of the own team, row by row', async () => {
      const { items } = await read(teams.both, '/contacts');
      expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(everybody());
      for (const item of items)
        expect(item.email !== null && item.phone !== null && item.withheld.length === 0).toBe(
          ofNorth().includes(item.id),
        );
      expect((await read(teams.both, `/contacts/${teams.ids.northern}`)).emails).toEqual([
        'osoitepohja@example.com',
      ]);
      expect((await read(teams.both, `/contacts/${teams.ids.southern}`)).withheld).toEqual([
        'contact_details',
      ]);
    });

    it('finds by an address or a number within the team only', async () => {
      expect(await found(teams.both, '/contacts?q=osoitepohja')).toEqual([teams.ids.northern]);
      expect(await found(teams.both, '/contacts?q=0401112345')).toEqual([teams.ids.northern]);
      for (const q of ['osoiteetela', '0401112347'])
        expect(await found(teams.both, `/contacts?q=${q}`)).toEqual([]);
    });

    it('may read but not change the others: 403', async () => {
      const { body } = await teams.both.patch(`/contacts/${teams.ids.southern}`, { title: 'x' }).expect(403);
      expect(body.code).toBe('forbidden');
      await teams.both.put(`/contacts/${teams.ids.southern}/archival`).expect(403);
      await teams.both.patch(`/contacts/${teams.ids.northern}`, { title: 'Johtaja' }).expect(200);
    });
  });

  it('does not let anybody overwrite what is withheld from them', async () => {
    const context: RequestContext = {
      actor: {
        kind: 'user',
        userId: await idOf(teams.marketer),
        language: 'fi',
        permissions: new Map([
          ['contacts.read', 'all'],
          ['contacts.update', 'all'],
          ['companies.read', 'all'],
          ['companies.update', 'all'],
        ]),
      },
      requestId: 'test',
    };
    const [contacts, companies] = [app.app.get(ContactsService), app.app.get(CompaniesService)];
    const source = { kind: 'person' as const };
    for (const input of [{ emails: [] }, { phones: [] }, { bases: [] }, { sources: [source] }])
      await expect(contacts.update(context, teams.ids.southern, input)).rejects.toMatchObject({
        code: 'forbidden',
      });
    for (const input of [{ billing: null }, { phone: null }, { addresses: [] }, { source }])
      await expect(companies.update(context, teams.ids.soleTrader, input)).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(
      contacts.update(context, teams.ids.southern, { department: 'Myynti' }),
    ).resolves.toMatchObject({
      department: 'Myynti',
      emails: null,
      withheld: ['contact_details', 'privacy'],
    });
    await expect(
      companies.update(context, teams.ids.customerCompany, { phone: '+358405551234' }),
    ).resolves.toMatchObject({ phone: '+358405551234', withheld: ['billing'] });
    expect((await read(teams.south, `/contacts/${teams.ids.southern}`)).emails).toEqual([
      'osoiteetela@example.com',
    ]);
  });

  it('tells who has seen or changed a person and when, to those who see the person’s privacy', async () => {
    const id = await make(teams.north, '/contacts', aContact());
    await teams.mate.get(`/contacts/${id}`).expect(200);
    await teams.mate.get('/contacts').expect(200);
    const events = (await read(teams.north, `/contacts/${id}/audit-events`)).items;
    expect(events.map(({ action }: { action: string }) => action)).toEqual([
      'contact.list',
      'contact.read',
      'contact.create',
    ]);
    expect(events[1].actor).toMatchObject({
      kind: 'user',
      id: await idOf(teams.mate),
      name: 'Samu Myyjä',
    });
    expect((await read(teams.admin, `/contacts/${id}/audit-events`)).items[0].action).toBe('audit_log.read');
    await teams.south.get(`/contacts/${id}/audit-events`).expect(404);
    await teams.support.get(`/contacts/${teams.ids.customer}/audit-events`).expect(403);
    const supportAndSales = await inTeam(app, teams.admin, 'North', ['support', 'salesperson']);
    await supportAndSales.get(`/contacts/${teams.ids.customer}/audit-events`).expect(403);
    await supportAndSales.get(`/contacts/${teams.ids.northern}/audit-events`).expect(200);
    await teams.admin.put(`/contacts/${id}/archival`).expect(200);
  });

  it('is on record for every look: a person, a list with who was in it, a company; not who was not found', async () => {
    const reader = await inTeam(app, teams.admin, 'North', ['salesperson']);
    await reader.get(`/contacts/${teams.ids.northern}`).expect(200);
    await reader.get(`/contacts/${teams.ids.southern}`).expect(404);
    const listed = await found(reader, '/contacts?sort=createdAt&limit=2');
    await reader.get(`/companies/${teams.ids.customerCompany}`).expect(200);
    await reader.get('/companies').expect(200);
    const looks = await app.rows(
      `SELECT action, subject_type, subject_id, shown_ids FROM audit_events WHERE class = 'read' AND actor_id = $1 ORDER BY id`,
      [await idOf(reader)],
    );
    expect(looks).toEqual([
      { action: 'contact.read', subject_type: 'contact', subject_id: teams.ids.northern, shown_ids: [] },
      {
        action: 'contact.list',
        subject_type: 'contact',
        subject_id: null,
        shown_ids: expect.arrayContaining(listed),
      },
      {
        action: 'company.read',
        subject_type: 'company',
        subject_id: teams.ids.customerCompany,
        shown_ids: [],
      },
      { action: 'company.list', subject_type: 'company', subject_id: null, shown_ids: [] },
    ]);
  });
});
