import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('how a person may be contacted', () => {
  let app: TestApp;
  let admin: Caller;
  let seller: Caller;
  let companyId: string;
  let anna: string;

  const make = async (path: string, body: object): Promise<string> =>
    (await seller.post(path, body).expect(201)).body.id as string;
  const decisionOf = async (id: string, channel: string, purpose: string, query = '') =>
    (await seller.get(`/contacts/${id}/permissions/${channel}/${purpose}${query}`).expect(200)).body;
  const object = (id: string, body: object) => seller.post(`/contacts/${id}/objections`, body).expect(201);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    seller = await app.signIn(admin, { roles: ['sales_manager'], email: 'myyja@havukka.example' });
    companyId = await make('/companies', aCompany({ legalForm: 'limited_company' }));
    anna = await make(
      '/contacts',
      aContact({
        companyId,
        title: 'Inköpschef',
        areaOfResponsibility: 'Inköp',
        emails: ['anna.lind@kvarnen.example'],
        phones: ['040 123 4567'],
      }),
    );
  });
  afterAll(() => app.close());

  it('is said with the decision, what it rests on, since when, and in words of the caller’s language', async () => {
    expect(await decisionOf(anna, 'email', 'direct_marketing')).toEqual({
      channel: 'email',
      purpose: 'direct_marketing',
      allowed: true,
      code: 'job_role',
      law: '917/2014 s. 202',
      since: null,
      evidence: { type: 'company', id: companyId },
      obligations: ['opt_out', 'role_link'],
      sentence: 'Sallittu: suoramarkkinointi työosoitteeseen, kun viesti liittyy henkilön työtehtäviin.',
    });
    expect(await decisionOf(anna, 'sms', 'direct_marketing')).toMatchObject({
      allowed: false,
      code: 'consent_missing',
      sentence: 'Suostumus puuttuu: suoramarkkinointi tekstiviestitse.',
    });
    await seller.patch('/me', { language: 'sv' }).expect(200);
    expect(await decisionOf(anna, 'phone', 'newsletter')).toMatchObject({
      allowed: true,
      sentence: 'Tillåtet tills personen förbjuder det: nyhetsbrev per telefon.',
    });
    await seller.patch('/me', { language: 'fi' }).expect(200);
  });
});
