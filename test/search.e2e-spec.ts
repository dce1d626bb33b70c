import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';

interface Hit {
  kind: string;
  id: string;
  title: string;
  subtitle: string | null;
  excerpt?: string | null;
  occurredAt?: string | null;
  contactId?: string | null;
  companyId?: string | null;
}

let app: TestApp;
let admin: Caller;

const create = async (path: string, body: object): Promise<string> =>
  ((await admin.post(path, body).expect(201)).body as { id: string }).id;

const find = async (q: string, more = ''): Promise<Hit[]> => {
  const response = await admin.get(`/search?q=${encodeURIComponent(q)}${more}`).expect(200);
  return (response.body as { items: Hit[] }).items;
};

const titles = async (q: string): Promise<string[]> => (await find(q)).map(({ title }) => title);

const person = (name: string, fields: object = {}) => {
  const [firstName, ...rest] = name.split(' ');
  return create('/contacts', aContact({ firstName, lastName: rest.join(' '), ...fields }));
};

let kvarn: string;
let asa: string;
let call: string;

beforeAll(async () => {
  app = await createTestApp();
  admin = await app.setUp();
  kvarn = await create(
    '/companies',
    aCompany({
      name: 'Kvarnen Äijälä Oy',
      businessId: '1234567-1',
      phone: '+358 9 123 4500',
      website: 'https://kvarn.example',
    }),
  );
  asa = await person('Åsa Lindqvist', {
    companyId: kvarn,
    title: 'Försäljningschef',
    emails: ['asa.lindqvist@kvarn.example'],
    phones: ['+358 40 123 4567'],
  });
  await person('Matti Virtanen');
  await person('Virpi Mattila');
  await person('Jaana Äijälä', { phones: ['+46 70 174 06 15'] });
  await person("Seán O'Brien");
  await person('Renée Lind');
  call = await create(
    '/interactions',
    anInteraction({
      subject: 'Puhelu hinnoista',
      body: `${'Aluksi juteltiin säästä ja lomista. '.repeat(8)}Åsa lupasi lähettää vuosisopimuksen maanantaina. ${'Sitten muuta. '.repeat(20)}`,
      contactIds: [asa],
    }),
  );
});

afterAll(() => app.close());

test.each([
  ['asa'],
  ['ÅSA'],
  ['lindq'],
  ['qvist'],
  ['lindqist'],
  ['lindqvits'],
  ['lindqvist asa'],
  ['kvarn lindq'],
  ['asa.lindqvist@kvarn.example'],
  ['asa.lind'],
  ['+358 40 123 4567'],
  ['0401234567'],
  ['040-1234567'],
  ['040 123'],
  ['4567'],
  ['asa 040'],
  ['forsaljnings'],
])('"%s" finds Åsa Lindqvist first', async (q) => {
  expect((await titles(q))[0]).toBe('Åsa Lindqvist');
});

test.each([
  ['aijala', 'Jaana Äijälä'],
  ['äijälä', 'Jaana Äijälä'],
  ['ääijälä', 'Jaana Äijälä'],
  ['0701740615', 'Jaana Äijälä'],
  ['+46 70 174', 'Jaana Äijälä'],
  ['obrien', "Seán O'Brien"],
  ['sean o’brien', "Seán O'Brien"],
  ['renee', 'Renée Lind'],
  ['1234567-1', 'Kvarnen Äijälä Oy'],
  ['12345671', 'Kvarnen Äijälä Oy'],
  ['FI12345671', 'Kvarnen Äijälä Oy'],
  ['kvranen', 'Kvarnen Äijälä Oy'],
])('"%s" finds %s', async (q, title) => {
  expect(await titles(q)).toContain(title);
});

test('whole words come before beginnings, whatever the order of the words', async () => {
  expect(await titles('lind')).toEqual(['Renée Lind', 'Åsa Lindqvist']);
  expect((await titles('matti vir'))[0]).toBe('Matti Virtanen');
  expect((await titles('vir matti')).slice(0, 2).toSorted()).toEqual(['Matti Virtanen', 'Virpi Mattila']);
});

test('a name goes before those who only work at a company of that name', async () => {
  expect((await titles('äijälä')).slice(0, 2)).toEqual(['Jaana Äijälä', 'Åsa Lindqvist']);
});

test('people come first, then companies, then interactions', async () => {
  const kinds = (await find('a')).map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(kinds).size).toBe(3);
});
const order = ['contact', 'company', 'interaction'];

test('a hit says who and where', async () => {
  const [hit] = await find('lindqvist');
  expect(hit).toEqual({
    kind: 'contact',
    id: asa,
    title: 'Åsa Lindqvist',
    subtitle: 'Försäljningschef · Kvarnen Äijälä Oy',
    companyId: kvarn,
  });
  expect((await find('1234567-1'))[0]).toMatchObject({ kind: 'company', id: kvarn, subtitle: '1234567-1' });
});

test('an interaction is found by a word of its text, and shows the words around it', async () => {
  const [hit] = await find('vuosisop');
  expect(hit).toMatchObject({
    kind: 'interaction',
    id: call,
    title: 'Puhelu hinnoista',
    contactId: asa,
    companyId: kvarn,
  });
  expect(hit?.subtitle).toBe('Åsa Lindqvist · Kvarnen Äijälä Oy');
  expect(hit?.excerpt).toMatch(/^… .*lupasi lähettää vuosisopimuksen maanantaina.* …$/);
  expect((await find('sopimuks'))[0]?.id).toBe(call);
});

test('kind and limit narrow the answer', async () => {
  expect((await find('a', '&kind=company')).map(({ kind }) => kind)).toEqual(['company']);
  expect((await find('a', '&limit=1')).map(({ kind }) => kind)).toEqual(order);
});

test('an archived record is left out until it is restored', async () => {
  const id = await person('Xenia Kivistö');
  await admin.put(`/contacts/${id}/archival`).expect(200);
  expect(await titles('xenia')).toEqual([]);
  await admin.delete(`/contacts/${id}/archival`).expect(200);
  expect(await titles('xenia')).toEqual(['Xenia Kivistö']);
});

test('what has no letter or digit finds nothing, and a bad query is refused', async () => {
  expect(await find('?!')).toEqual([]);
  expect(await find('zzzz')).toEqual([]);
  for (const query of [
    '',
    'q=',
    `q=${'a'.repeat(101)}`,
    'q=a&kind=deal',
    'q=a&limit=0',
    'q=a&limit=51',
    'q=a&x=1',
  ])
    await admin.get(`/search?${query}`).expect(400);
  for (const q of [`'`, `\\`, `a'b`, `a\\`, `:*`, `a:* & b`, `%`, `_`, '😀', '%00'])
    await find(q === '%00' ? 'ab' : q);
});

test('a stranger finds nothing', async () => {
  await app.stranger.get('/search?q=asa').expect(401);
});

test('a salesperson may search', async () => {
  const seller = await app.signIn(admin);
  await seller.get('/search?q=asa').expect(200);
});

test('lists take the same words', async () => {
  const names = async (path: string) =>
    ((await admin.get(path).expect(200)).body as { items: { name: string }[] }).items.map(({ name }) => name);
  expect(await names('/contacts?q=lindqvist%20as')).toEqual(['Åsa Lindqvist']);
  expect(await names('/companies?q=1234567-1')).toEqual(['Kvarnen Äijälä Oy']);
  expect(await names('/companies?q=%3F')).toEqual([]);
});
