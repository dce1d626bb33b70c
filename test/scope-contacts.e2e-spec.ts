import { CompaniesService } from '@seloste/companies';
import { ContactsService } from '@seloste/contacts';
import type { RequestContext } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';

describe('people and companies, as far as a role reaches', () => {
  let app: TestApp;
  let admin: Caller;
  let north: Caller;
  let mate: Caller;
  let south: Caller;
  let marketer: Caller;
  let support: Caller;
  let both: Caller;
  let ids: {
    northern: string;
    ofMate: string;
    southern: string;
    unowned: string;
    customer: string;
    customerCompany: string;
    soleTrader: string;
    employee: string;
  };

  const make = async (caller: Caller, path: string, body: object) =>
    (await caller.post(path, body).expect(201)).body.id as string;
  const read = async (caller: Caller, path: string) => (await caller.get(path).expect(200)).body;
  const found = async (caller: Caller, path: string): Promise<string[]> =>
    (await read(caller, path)).items.map(({ id }: { id: string }) => id).sort();
  const idOf = async (caller: Caller): Promise<string> => (await read(caller, '/me')).id;
  const person = (tag: string, phone: string, fields: object = {}) =>
    aContact({
      firstName: `Etu${tag}`,
      lastName: `Suku${tag}`,
      emails: [`osoite${tag}@example.com`],
      phones: [phone],
      ...fields,
    });

  async function inTeam(team: string, roles: string[]): Promise<Caller> {
    const caller = await app.signIn(admin, { roles });
    await putIntoTeam(app, caller, team);
    return caller;
  }

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    north = await inTeam('North', ['salesperson']);
    mate = await inTeam('North', ['salesperson']);
    south = await inTeam('South', ['salesperson']);
    marketer = await inTeam('Marketing', ['marketer']);
    support = await inTeam('Support', ['support']);
    both = await inTeam('North', ['salesperson', 'marketer']);
    const customerCompany = await make(
      south,
      '/companies',
      aCompany({
        name: 'Asiakas Oy',
        relationship: { status: 'customer' },
        billing: { reference: 'viite 77' },
      }),
    );
    const soleTrader = await make(
      south,
      '/companies',
      aCompany({
        name: 'Tmi Haavisto',
        legalForm: 'sole_trader',
        phone: '040 999 1234',
        email: 'yksin@haavisto.example',
        addresses: [{ type: 'visiting', street: 'Kotikuja 1', city: 'Turku' }],
      }),
    );
    ids = {
      northern: await make(north, '/contacts', person('pohja', '040 111 2345')),
      ofMate: await make(mate, '/contacts', person('pari', '040 111 2346')),
      southern: await make(south, '/contacts', person('etela', '040 111 2347')),
      unowned: await make(admin, '/contacts', person('orpo', '040 111 2348', { ownerId: null })),
      customer: await make(
        south,
        '/contacts',
        person('asiakas', '040 111 2349', { companyId: customerCompany }),
      ),
      employee: await make(
        admin,
        '/contacts',
        person('tyolainen', '040 111 2350', { companyId: soleTrader, ownerId: await idOf(north) }),
      ),
      customerCompany,
      soleTrader,
    };
  });
  afterAll(() => app.close());

  const ofNorth = () => [ids.northern, ids.ofMate, ids.unowned, ids.employee].sort();
  const everybody = () => [...ofNorth(), ids.southern, ids.customer].sort();

  describe('another team’s person', () => {
    it('is not there for any verb, and for any caller outside', async () => {
      for (const [caller, id] of [
        [north, ids.southern],
        [south, ids.northern],
        [support, ids.southern],
      ] as const) {
        const { body } = await caller.get(`/contacts/${id}`).expect(404);
        const { body: missing } = await caller.get(`/contacts/${ids.soleTrader}`).expect(404);
        expect({ ...body, requestId: '' }).toEqual({ ...missing, requestId: '' });
      }
      await north.patch(`/contacts/${ids.southern}`, { title: 'x' }).expect(404);
      await north.put(`/contacts/${ids.southern}/archival`).expect(404);
      await north.delete(`/contacts/${ids.southern}/archival`).expect(404);
      expect((await read(south, `/contacts/${ids.southern}`)).version).toBe(1);
    });

    it('is in no list, no total and no filter', async () => {
      const page = await read(north, '/contacts');
      expect(page.items.map(({ id }: { id: string }) => id).sort()).toEqual(ofNorth());
      expect(page.total).toBe(4);
      expect((await read(north, '/contacts?limit=1')).total).toBe(4);
      expect(await read(north, `/contacts?ownerId=${await idOf(south)}`)).toMatchObject({
        items: [],
        total: 0,
      });
      for (const q of ['sukuetela', 'osoiteetela', '0401112347'])
        expect(await found(north, `/contacts?q=${q}`)).toEqual([]);
      expect(await found(north, '/contacts?status=customer')).toEqual([]);
      expect(await found(north, `/contacts?companyId=${ids.customerCompany}`)).toEqual([]);
    });

    it('becomes visible and invisible in the moment in which the caller changes teams', async () => {
      const mover = await inTeam('North', ['salesperson']);
      await mover.get(`/contacts/${ids.southern}`).expect(404);
      await putIntoTeam(app, mover, 'South');
      await mover.get(`/contacts/${ids.southern}`).expect(200);
      await mover.get(`/contacts/${ids.northern}`).expect(404);
    });
  });

  it('takes in what nobody owns, and teammates’ people, for every verb', async () => {
    await north.patch(`/contacts/${ids.ofMate}`, { title: 'Ostaja' }).expect(200);
    await north.put(`/contacts/${ids.unowned}/archival`).expect(200);
    await north.delete(`/contacts/${ids.unowned}/archival`).expect(200);
    await south.get(`/contacts/${ids.unowned}`).expect(200);
  });

  it('lets a record be given to those within reach only, and by a sales manager to anybody', async () => {
    const [me, other, them] = await Promise.all([idOf(north), idOf(mate), idOf(south)]);
    const refusal = async (path: string, body: object) =>
      (await (path.endsWith('s') ? north.post(path, body) : north.patch(path, body)).expect(400)).body.fields;
    const outside = [expect.objectContaining({ field: 'ownerId', code: 'outside_scope' })];
    expect(await refusal('/contacts', aContact({ ownerId: them }))).toEqual(outside);
    expect(await refusal('/companies', aCompany({ ownerId: them }))).toEqual(outside);
    const mine = await make(north, '/contacts', aContact());
    const ours = await make(north, '/companies', aCompany());
    expect(await refusal(`/contacts/${mine}`, { ownerId: them })).toEqual(outside);
    expect(await refusal(`/companies/${ours}`, { ownerId: them })).toEqual(outside);
    expect((await read(north, `/contacts/${mine}`)).ownerId).toBe(me);
    await north.patch(`/contacts/${mine}`, { ownerId: other }).expect(200);
    await north.patch(`/contacts/${mine}`, { ownerId: null }).expect(200);
    await admin.patch(`/contacts/${mine}`, { ownerId: them }).expect(200);
    await admin.patch(`/companies/${ours}`, { ownerId: them }).expect(200);
    await north.get(`/contacts/${mine}`).expect(404);
    await admin.put(`/contacts/${mine}/archival`).expect(200);
  });

  describe('for a marketer', () => {
    it('is everybody without e-mails and phones, and says so', async () => {
      expect(await found(marketer, '/contacts')).toEqual(everybody());
      expect(await read(marketer, `/contacts/${ids.southern}`)).toMatchObject({
        firstName: 'Etuetela',
        emails: null,
        phones: null,
        sources: [{ kind: 'person' }],
        retention: { ground: 'relationship' },
        withheld: ['contact_details'],
      });
      for (const item of (await read(marketer, '/contacts')).items)
        expect(item).toMatchObject({ email: null, phone: null, withheld: ['contact_details'] });
    });

    it('is not told by a filter what a list keeps back', async () => {
      for (const q of ['osoiteetela', 'osoiteetela@example.com', '0401112347', '2347'])
        expect(await read(marketer, `/contacts?q=${q}`)).toMatchObject({ items: [], total: 0 });
      expect(await found(marketer, '/contacts?q=sukuetela')).toEqual([ids.southern]);
      for (const q of ['0409991234', 'yksin']) expect(await found(marketer, `/companies?q=${q}`)).toEqual([]);
      expect(await found(marketer, '/companies?q=haavisto')).toEqual([ids.soleTrader]);
    });

    it('has no verb but reading', async () => {
      await marketer.post('/contacts', aContact()).expect(403);
      await marketer.patch(`/contacts/${ids.southern}`, { title: 'x' }).expect(403);
      await marketer.put(`/companies/${ids.customerCompany}/archival`).expect(403);
    });

    it('keeps a sole trader’s contact details back as any person’s, and nobody’s billing is shown', async () => {
      expect(await read(marketer, `/companies/${ids.soleTrader}`)).toMatchObject({
        phone: null,
        email: null,
        addresses: null,
        source: { kind: 'company' },
        withheld: ['contact_details', 'billing'],
      });
      expect(await read(marketer, `/companies/${ids.customerCompany}`)).toMatchObject({
        addresses: [],
        billing: null,
        withheld: ['billing'],
      });
    });
  });

  describe('for support', () => {
    it('is the people of customers, with contact details and without privacy', async () => {
      expect(await found(support, '/contacts')).toEqual([ids.customer]);
      expect((await read(support, '/contacts')).total).toBe(1);
      expect(await read(support, `/contacts/${ids.customer}`)).toMatchObject({
        emails: ['osoiteasiakas@example.com'],
        sources: null,
        bases: null,
        retention: null,
        withheld: ['privacy'],
      });
      await support.get(`/contacts/${ids.unowned}`).expect(404);
    });

    it('is the customers among the companies, and ends with the relationship', async () => {
      expect(await found(support, '/companies')).toEqual([ids.customerCompany]);
      const { id } = (await admin.post('/companies', aCompany()).expect(201)).body;
      await support.get(`/companies/${id}`).expect(404);
      await admin.patch(`/companies/${id}`, { relationship: { status: 'customer' } }).expect(200);
      await support.get(`/companies/${id}`).expect(200);
      await admin.patch(`/companies/${id}`, { relationship: { status: 'former' } }).expect(200);
      await support.get(`/companies/${id}`).expect(404);
    });
  });

  describe('for a salesperson who is a marketer too', () => {
    it('is everybody, and contact details only of the own team, row by row', async () => {
      const { items } = await read(both, '/contacts');
      expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(everybody());
      for (const item of items)
        expect(item.email !== null && item.phone !== null && item.withheld.length === 0).toBe(
          ofNorth().includes(item.id),
        );
      expect((await read(both, `/contacts/${ids.northern}`)).emails).toEqual(['osoitepohja@example.com']);
      expect((await read(both, `/contacts/${ids.southern}`)).withheld).toEqual(['contact_details']);
    });

    it('finds by an address or a number within the team only', async () => {
      expect(await found(both, '/contacts?q=osoitepohja')).toEqual([ids.northern]);
      expect(await found(both, '/contacts?q=0401112345')).toEqual([ids.northern]);
      for (const q of ['osoiteetela', '0401112347'])
        expect(await found(both, `/contacts?q=${q}`)).toEqual([]);
    });

    it('may read but not change the others: 403', async () => {
      const { body } = await both.patch(`/contacts/${ids.southern}`, { title: 'x' }).expect(403);
      expect(body.code).toBe('forbidden');
      await both.put(`/contacts/${ids.southern}/archival`).expect(403);
      await both.patch(`/contacts/${ids.northern}`, { title: 'Johtaja' }).expect(200);
    });
  });

  describe('a company of another team', () => {
    it('is read without its billing, and not changed: 403', async () => {
      const body = await read(north, `/companies/${ids.customerCompany}`);
      expect(body).toMatchObject({ billing: null, withheld: ['billing'] });
      expect(await read(south, `/companies/${ids.customerCompany}`)).toMatchObject({
        billing: { reference: 'viite 77' },
        withheld: [],
      });
      await north.patch(`/companies/${ids.customerCompany}`, { name: 'x' }).expect(403);
      await north.put(`/companies/${ids.customerCompany}/archival`).expect(403);
      await north.delete(`/companies/${ids.customerCompany}/archival`).expect(403);
    });

    it('counts only the people whom the caller sees', async () => {
      expect((await read(north, `/companies/${ids.customerCompany}`)).contactCount).toBe(0);
      expect((await read(south, `/companies/${ids.customerCompany}`)).contactCount).toBe(1);
      const listed = (await read(north, '/companies')).items;
      expect(listed.find(({ id }: { id: string }) => id === ids.customerCompany).contactCount).toBe(0);
    });
  });

  describe('a sole trader of another team', () => {
    it('is a person out of reach: in no list, for no verb, under no filter', async () => {
      await north.get(`/companies/${ids.soleTrader}`).expect(404);
      await north.patch(`/companies/${ids.soleTrader}`, { name: 'x' }).expect(404);
      await north.put(`/companies/${ids.soleTrader}/archival`).expect(404);
      expect(await found(north, '/companies')).not.toContain(ids.soleTrader);
      expect(await found(north, '/companies?legalForm=sole_trader')).toEqual([]);
      expect(await found(north, '/companies?q=haavisto')).toEqual([]);
      expect(await found(south, '/companies?q=haavisto')).toEqual([ids.soleTrader]);
    });

    it('cannot be named as an employer, as if there were none', async () => {
      const missing = '01900000-0000-7000-8000-000000000000';
      for (const companyId of [ids.soleTrader, missing]) {
        const { body } = await north.post('/contacts', aContact({ companyId })).expect(400);
        expect(body.fields).toEqual([expect.objectContaining({ field: 'companyId', code: 'not_found' })]);
        await north.patch(`/contacts/${ids.northern}`, { companyId }).expect(400);
      }
    });

    it('is not given away by the people who work there', async () => {
      const employee = await read(north, `/contacts/${ids.employee}`);
      expect(employee).toMatchObject({ companyId: null, company: null, employments: [] });
      const listed = (await read(north, '/contacts')).items;
      expect(listed.find(({ id }: { id: string }) => id === ids.employee).company).toBeNull();
      expect(await found(north, `/contacts?companyId=${ids.soleTrader}`)).toEqual([]);
      expect(await found(north, '/contacts?status=prospect')).toEqual([]);
      for (const q of ['haavisto', 'sukutyolainen haavisto']) {
        expect(await found(north, `/contacts?q=${q}`)).toEqual([]);
        expect((await read(north, `/search?q=${q}`)).items).toEqual([]);
      }
      const [hit] = (await read(north, '/search?q=sukutyolainen')).items;
      expect(hit).toMatchObject({ id: ids.employee, companyId: null, subtitle: null });
      expect(await found(admin, '/contacts?q=haavisto')).toEqual([ids.employee]);
      await north.patch(`/contacts/${ids.employee}`, { title: 'Apulainen' }).expect(200);
      expect((await read(admin, `/contacts/${ids.employee}`)).companyId).toBe(ids.soleTrader);
    });
  });

  it('does not let anybody overwrite what is withheld from them', async () => {
    const context: RequestContext = {
      actor: {
        kind: 'user',
        userId: await idOf(marketer),
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
      await expect(contacts.update(context, ids.southern, input)).rejects.toMatchObject({
        code: 'forbidden',
      });
    for (const input of [{ billing: null }, { phone: null }, { addresses: [] }, { source }])
      await expect(companies.update(context, ids.soleTrader, input)).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(contacts.update(context, ids.southern, { department: 'Myynti' })).resolves.toMatchObject({
      department: 'Myynti',
      emails: null,
      withheld: ['contact_details', 'privacy'],
    });
    await expect(
      companies.update(context, ids.customerCompany, { phone: '+358405551234' }),
    ).resolves.toMatchObject({ phone: '+358405551234', withheld: ['billing'] });
    expect((await read(south, `/contacts/${ids.southern}`)).emails).toEqual(['osoiteetela@example.com']);
  });

  it('tells who has seen or changed a person and when, to those who see the person’s privacy', async () => {
    const id = await make(north, '/contacts', aContact());
    await mate.get(`/contacts/${id}`).expect(200);
    await mate.get('/contacts').expect(200);
    const events = (await read(north, `/contacts/${id}/audit-events`)).items;
    expect(events.map(({ action }: { action: string }) => action)).toEqual([
      'contact.list',
      'contact.read',
      'contact.create',
    ]);
    expect(events[1].actor).toEqual({ kind: 'user', id: await idOf(mate), name: 'Samu Myyjä' });
    expect((await read(admin, `/contacts/${id}/audit-events`)).items[0].action).toBe('audit_log.read');
    await south.get(`/contacts/${id}/audit-events`).expect(404);
    await support.get(`/contacts/${ids.customer}/audit-events`).expect(403);
    const supportAndSales = await inTeam('North', ['support', 'salesperson']);
    await supportAndSales.get(`/contacts/${ids.customer}/audit-events`).expect(403);
    await supportAndSales.get(`/contacts/${ids.northern}/audit-events`).expect(200);
    await admin.put(`/contacts/${id}/archival`).expect(200);
  });

  it('is on record for every look: a person, a list with who was in it, a company; not who was not found', async () => {
    const reader = await inTeam('North', ['salesperson']);
    await reader.get(`/contacts/${ids.northern}`).expect(200);
    await reader.get(`/contacts/${ids.southern}`).expect(404);
    const listed = await found(reader, '/contacts?sort=createdAt&limit=2');
    await reader.get(`/companies/${ids.customerCompany}`).expect(200);
    await reader.get('/companies').expect(200);
    const looks = await app.rows(
      `SELECT action, subject_type, subject_id, shown_ids FROM audit_events WHERE class = 'read' AND actor_id = $1 ORDER BY id`,
      [await idOf(reader)],
    );
    expect(looks).toEqual([
      { action: 'contact.read', subject_type: 'contact', subject_id: ids.northern, shown_ids: [] },
      {
        action: 'contact.list',
        subject_type: 'contact',
        subject_id: null,
        shown_ids: expect.arrayContaining(listed),
      },
      { action: 'company.read', subject_type: 'company', subject_id: ids.customerCompany, shown_ids: [] },
      { action: 'company.list', subject_type: 'company', subject_id: null, shown_ids: [] },
    ]);
  });
});
