import { newId } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { aLink, everyRow } from './support/links.js';

describe('what a person is offered and told on the page of their choices', () => {
  let app: TestApp;
  let admin: Caller;
  let companyId: string;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
    companyId = (await admin.post('/companies', aCompany()).expect(201)).body.id;
  });
  afterAll(() => app.close());

  const aPerson = async (fields: object = {}): Promise<string> => {
    const emails = [`${newId()}@kvarnen.example`];
    return (await admin.post('/contacts', aContact({ companyId, emails, ...fields })).expect(201)).body.id;
  };
  const see = async (token: string, query = 'lang=en') =>
    (await app.stranger.agent.get(`/p/${token}?${query}`).expect(200)).text;
  const press = async (token: string, body: string, lang: string) =>
    (await app.stranger.agent.post(`/p/${token}?lang=${lang}`).type('form').send(body).expect(200)).text;

  it.each([
    ['fi', 'Sallittu uudelleen: uutiskirjeet', 'ei enää lähetä'],
    ['sv', 'Tillåtet igen: nyhetsbrev', 'skickar inte fler'],
    ['en', 'Allowed again: newsletters', 'sends no more'],
  ])(
    'allowing answers alike when it is pressed twice, and never says that no more comes: %s',
    async (lang, said, unsaid) => {
      const contactId = await aPerson();
      const token = await aLink(app, { contactId });
      await press(token, 'stop=email.all', lang);
      const first = await press(token, 'allow=email.newsletter', lang);
      expect(first).toContain(said);
      expect(first).not.toContain(unsaid);
      const before = await everyRow(app);
      expect(await press(token, 'allow=email.newsletter', lang)).toBe(first);
      expect(await everyRow(app)).toEqual(before);
    },
  );

  it.each([
    ['fi', 'Suostumuksesi on kirjattu', 'ei enää lähetä'],
    ['sv', 'Ditt samtycke har sparats', 'skickar inte fler'],
    ['en', 'Your consent is on record', 'sends no more'],
  ])(
    'a consent is taken once when it is pressed twice, and never says that no more comes: %s',
    async (lang, said, unsaid) => {
      const contactId = await aPerson({ companyId: null });
      const token = await aLink(app, { contactId });
      const first = await press(token, 'allow=email.newsletter', lang);
      expect(first).toContain(said);
      expect(first).not.toContain(unsaid);
      expect(await press(token, 'allow=email.newsletter', lang)).toBe(first);
      expect(await app.rows('SELECT id FROM consents WHERE contact_id = $1', [contactId])).toHaveLength(1);
    },
  );

  it('V2: a consent is asked for only where there is an address to use it with', async () => {
    const reached = await see(await aLink(app, { contactId: await aPerson({ phones: ['040 111 2244'] }) }));
    expect(reached).toContain('again=sms.survey');
    const text = await see(await aLink(app, { contactId: await aPerson() }));
    for (const channel of ['sms', 'social', 'chat']) {
      expect(text).not.toContain(`again=${channel}.`);
      expect(text).toContain(`value="${channel}.all"`);
    }
  });

  it.each([
    ['fi', 'kun asiakas- tai yhteistyösuhde jatkuu'],
    ['sv', 'så länge kundförhållandet'],
    ['en', 'while the customer relationship'],
  ])('G7: a prospect is told of no relationship that they do not have: %s', async (lang, said) => {
    const of = async (status: string) => {
      const { body } = await admin.post('/companies', aCompany({ relationship: { status } })).expect(201);
      return see(await aLink(app, { contactId: await aPerson({ companyId: body.id }) }), `lang=${lang}`);
    };
    expect(await of('customer')).toContain(said);
    expect(await of('prospect')).not.toContain(said);
  });
});
