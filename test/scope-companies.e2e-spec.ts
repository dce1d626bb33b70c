import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { found, read, twoTeams } from './support/two-teams.js';

describe('companies, as far as a role reaches', () => {
  let app: TestApp;
  let teams: Awaited<ReturnType<typeof twoTeams>>;

  beforeAll(async () => {
    app = await createTestApp();
    teams = await twoTeams(app);
  });
  afterAll(() => app.close());

  describe('a company of another team', () => {
    it('is read without its billing, and not changed: 403', async () => {
      const body = await read(teams.north, `/companies/${teams.ids.customerCompany}`);
      expect(body).toMatchObject({ billing: null, withheld: ['billing'] });
      expect(await read(teams.south, `/companies/${teams.ids.customerCompany}`)).toMatchObject({
        billing: { reference: 'viite 77' },
        withheld: [],
      });
      await teams.north.patch(`/companies/${teams.ids.customerCompany}`, { name: 'x' }).expect(403);
      await teams.north.put(`/companies/${teams.ids.customerCompany}/archival`).expect(403);
      await teams.north.delete(`/companies/${teams.ids.customerCompany}/archival`).expect(403);
    });

    it('counts only the people whom the caller sees', async () => {
      expect((await read(teams.north, `/companies/${teams.ids.customerCompany}`)).contactCount).toBe(0);
      expect((await read(teams.south, `/companies/${teams.ids.customerCompany}`)).contactCount).toBe(1);
      const listed = (await read(teams.north, '/companies')).items;
      expect(listed.find(({ id }: { id: string }) => id === teams.ids.customerCompany).contactCount).toBe(0);
    });
  });

  it('tell when something last happened as far as the caller sees it, and are in no order by anything else', async () => {
    const { admin, north, south, marketer, ids } = teams;
    const companyId = ids.customerCompany;
    const meet = (caller: Caller, contactId: string, occurredAt: string) =>
      caller
        .post('/interactions', anInteraction({ contactIds: [contactId], companyId, occurredAt }))
        .expect(201);
    const lastFor = async (caller: Caller) => {
      const { lastInteractionAt } = await read(caller, `/companies/${companyId}`);
      const { items } = await read(caller, '/companies');
      const listed = items.find(({ id }: { id: string }) => id === companyId);
      expect(listed.lastInteractionAt).toBe(lastInteractionAt);
      return lastInteractionAt;
    };
    await meet(south, ids.southern, '2026-06-02T09:00:00.000Z');
    expect(await lastFor(north)).toBeNull();
    await meet(north, ids.northern, '2026-06-01T09:00:00.000Z');
    expect(await lastFor(north)).toBe('2026-06-01T09:00:00.000Z');
    for (const caller of [admin, south, marketer])
      expect(await lastFor(caller)).toBe('2026-06-02T09:00:00.000Z');
    for (const sort of ['lastInteractionAt', '-lastInteractionAt']) {
      const { body } = await north.get(`/companies?sort=${sort}`).expect(400);
      expect(body.fields).toEqual([expect.objectContaining({ field: 'sort', code: 'sort' })]);
      await marketer.get(`/companies?sort=${sort}`).expect(200);
    }
  });

  describe('a sole trader of another team', () => {
    it('is a person out of reach: in no list, for no verb, under no filter', async () => {
      await teams.north.get(`/companies/${teams.ids.soleTrader}`).expect(404);
      await teams.north.patch(`/companies/${teams.ids.soleTrader}`, { name: 'x' }).expect(404);
      await teams.north.put(`/companies/${teams.ids.soleTrader}/archival`).expect(404);
      expect(await found(teams.north, '/companies')).not.toContain(teams.ids.soleTrader);
      expect(await found(teams.north, '/companies?legalForm=sole_trader')).toEqual([]);
      expect(await found(teams.north, '/companies?q=haavisto')).toEqual([]);
      expect(await found(teams.south, '/companies?q=haavisto')).toEqual([teams.ids.soleTrader]);
    });

    it('cannot be named as an employer, as if there were none', async () => {
      const missing = '01900000-0000-7000-8000-000000000000';
      for (const companyId of [teams.ids.soleTrader, missing]) {
        const { body } = await teams.north.post('/contacts', aContact({ companyId })).expect(400);
        expect(body.fields).toEqual([expect.objectContaining({ field: 'companyId', code: 'not_found' })]);
        await teams.north.patch(`/contacts/${teams.ids.northern}`, { companyId }).expect(400);
      }
    });

    it('is not given away by the people who work there', async () => {
      const employee = await read(teams.north, `/contacts/${teams.ids.employee}`);
      expect(employee).toMatchObject({ companyId: null, company: null, employments: [] });
      const listed = (await read(teams.north, '/contacts')).items;
      expect(listed.find(({ id }: { id: string }) => id === teams.ids.employee).company).toBeNull();
      expect(await found(teams.north, `/contacts?companyId=${teams.ids.soleTrader}`)).toEqual([]);
      expect(await found(teams.north, '/contacts?status=prospect')).toEqual([]);
      for (const q of ['haavisto', 'sukutyolainen haavisto']) {
        expect(await found(teams.north, `/contacts?q=${q}`)).toEqual([]);
        expect((await read(teams.north, `/search?q=${q}`)).items).toEqual([]);
      }
      const [hit] = (await read(teams.north, '/search?q=sukutyolainen')).items;
      expect(hit).toMatchObject({ id: teams.ids.employee, companyId: null, subtitle: null });
      expect(await found(teams.admin, '/contacts?q=haavisto')).toEqual([teams.ids.employee]);
      await teams.north.patch(`/contacts/${teams.ids.employee}`, { title: 'Apulainen' }).expect(200);
      expect((await read(teams.admin, `/contacts/${teams.ids.employee}`)).companyId).toBe(
        teams.ids.soleTrader,
      );
    });
  });

  it('are read by a marketer without a sole trader’s contact details, and without billing', async () => {
    expect(await read(teams.marketer, `/companies/${teams.ids.soleTrader}`)).toMatchObject({
      phone: null,
      email: null,
      addresses: null,
      source: { kind: 'company' },
      withheld: ['contact_details', 'billing'],
    });
    expect(await read(teams.marketer, `/companies/${teams.ids.customerCompany}`)).toMatchObject({
      addresses: [],
      billing: null,
      withheld: ['billing'],
    });
  });

  it('are for support the customers alone, as long as they are customers', async () => {
    expect(await found(teams.support, '/companies')).toEqual([teams.ids.customerCompany]);
    const { id } = (await teams.admin.post('/companies', aCompany()).expect(201)).body;
    await teams.support.get(`/companies/${id}`).expect(404);
    await teams.admin.patch(`/companies/${id}`, { relationship: { status: 'customer' } }).expect(200);
    await teams.support.get(`/companies/${id}`).expect(200);
    await teams.admin.patch(`/companies/${id}`, { relationship: { status: 'former' } }).expect(200);
    await teams.support.get(`/companies/${id}`).expect(404);
  });
});
