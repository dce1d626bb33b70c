import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';

interface Person {
  id: string;
  name: string;
}

describe('segments', () => {
  let app: TestApp;
  let admin: Caller;
  let marketer: Caller;
  let manager: Caller;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    marketer = await app.signIn(admin, { roles: ['marketer'] });
  });
  afterAll(() => app.close());

  const company = async (fields: object = {}) =>
    (await manager.post('/companies', aCompany(fields)).expect(201)).body as { id: string };
  const person = async (fields: object = {}) =>
    (await manager.post('/contacts', aContact(fields)).expect(201)).body as Person;
  const segment = async (filters: object, more: object = {}) =>
    (await marketer.post('/segments', { name: 'Kevät', filters, ...more }).expect(201)).body as {
      id: string;
      version: number;
    };
  const peopleOf = async (id: string, caller = marketer, query = '') =>
    (await caller.get(`/segments/${id}/people${query}`).expect(200)).body as {
      items: Person[];
      nextCursor: string | null;
      total: number | null;
      profiling: unknown;
    };
  const found = async (filters: object): Promise<string[]> => {
    const { items, total } = await peopleOf((await segment(filters)).id);
    expect(total).toBe(items.length);
    return items.map(({ id }) => id).sort();
  };
  const ids = (...people: Person[]) => people.map(({ id }) => id).sort();

  describe('find people by what is on record about them', () => {
    let brewer: Person;
    let buyer: Person;
    let own: Person;

    beforeAll(async () => {
      const brewery = await company({
        industryCode: '11050',
        relationship: { status: 'customer' },
        products: [
          { name: 'Panimomittari', status: 'in_use' },
          { name: 'Valvomo', status: 'interested' },
        ],
      });
      const shop = await company({
        industryCode: '47110',
        products: [{ name: 'Valvomo', status: 'bought' }],
      });
      brewer = await person({
        companyId: brewery.id,
        language: 'sv',
        areaOfResponsibility: 'Inköp',
        interests: ['Mässor', 'Öl'],
      });
      buyer = await person({ companyId: shop.id, language: 'fi', areaOfResponsibility: 'Ostot' });
      own = await person({ language: 'en', interests: ['kaffe'] });
      await app.rows(`UPDATE contacts SET last_interaction_at = $2 WHERE id = $1`, [
        brewer.id,
        '2026-03-31T21:30:00Z', // 1 April in Helsinki
      ]);
    });

    it.each<[string, object, () => Person[]]>([
      ['the beginning of an industry code', { industry: '11' }, () => [brewer]],
      ['the name of an industry', { industry: 'Juomien valmistus' }, () => [brewer]],
      ['the section of an industry', { industry: 'G' }, () => [buyer]],
      ['the relationship with the employer', { relationship: 'customer' }, () => [brewer]],
      [
        'areas of responsibility, whatever their case',
        { areasOfResponsibility: [' inKÖP', 'ostot'] },
        () => [brewer, buyer],
      ],
      ['a product', { products: ['valvomo'] }, () => [brewer, buyer]],
      ['a product and its status', { products: ['Valvomo'], productStatus: 'bought' }, () => [buyer]],
      ['the status of any product', { productStatus: 'in_use' }, () => [brewer]],
      ['languages', { languages: ['sv', 'en'] }, () => [brewer, own]],
      ['tags, any of them', { tags: ['öl', 'Kaffe'] }, () => [brewer, own]],
      ['several at once, which narrows', { tags: ['öl', 'kaffe'], languages: ['en'] }, () => [own]],
      [
        'contact on a day or later, in the company’s time zone',
        { lastContactAfter: '2026-04-01' },
        () => [brewer],
      ],
      ['contact before a day, or never', { lastContactBefore: '2026-04-01' }, () => [buyer, own]],
      ['nothing at all', {}, () => [brewer, buyer, own]],
    ])('by %s', async (_, filters, people) => {
      expect(await found(filters)).toEqual(ids(...people()));
    });

    it('by company and by owner', async () => {
      const { body } = await marketer.get(`/contacts/${buyer.id}`).expect(200);
      expect(await found({ companyIds: [body.company.id] })).toEqual([buyer.id]);
      expect(await found({ ownerIds: [body.owner.id] })).toEqual(ids(brewer, buyer, own));
    });

    it('but nobody who is archived or restricted, as of that moment', async () => {
      const { id } = await segment({ languages: ['en'] });
      await manager.put(`/contacts/${own.id}/archival`).expect(200);
      expect((await peopleOf(id)).total).toBe(0);
      await manager.delete(`/contacts/${own.id}/archival`).expect(200);
      expect((await peopleOf(id)).total).toBe(1);
      const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
      await officer.put(`/contacts/${own.id}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
      expect((await peopleOf(id)).total).toBe(0);
      const acting = { 'X-Privacy-Reason': 'tarkistus' };
      expect((await officer.get(`/segments/${id}/people`).set(acting).expect(200)).body.total).toBe(0);
      await officer
        .delete(`/contacts/${own.id}/restriction`)
        .send({ reason: 'selvä', informed: { via: 'phone', on: '2026-01-01' } })
        .expect(200);
    });
  });

  it('show by name, page by page, everybody once, and never an address', async () => {
    const area = 'Sivutus';
    for (const lastName of ['Öhman', 'Aalto', 'Åkerlund', 'Ikonen', 'Zimmer'])
      await person({ lastName, areaOfResponsibility: area, emails: [`${lastName.length}@qvarn.example`] });
    const { id } = await segment({ areasOfResponsibility: [area] });
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await peopleOf(id, marketer, `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.total).toBe(cursor === null ? 5 : null);
      expect(JSON.stringify(page)).not.toContain('qvarn.example');
      names.push(...page.items.map(({ name }) => name.replace('Åsa ', '')));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(names).toEqual(['Aalto', 'Ikonen', 'Zimmer', 'Åkerlund', 'Öhman']);
    await marketer.get(`/segments/${id}/people?cursor=nonsense`).expect(400);
  });

  it('reach only as far as the caller, for whom the rest is not there', async () => {
    const north = await app.signIn(admin, { roles: ['salesperson'], email: 'pohjoinen@havukka.example' });
    const south = await app.signIn(admin, { roles: ['salesperson'], email: 'etela@havukka.example' });
    await putIntoTeam(app, north, 'Pohjoinen');
    await putIntoTeam(app, south, 'Etelä');
    await north.post('/contacts', aContact({ areaOfResponsibility: 'Vienti' })).expect(201);
    const { id } = await segment({ areasOfResponsibility: ['Vienti'] });
    expect((await peopleOf(id, north)).total).toBe(1);
    expect((await peopleOf(id, south)).total).toBe(0);
    expect((await peopleOf(id, marketer)).total).toBe(1);
  });

  it('are changed by whoever read them last, and deleted', async () => {
    const { id } = await segment({ languages: ['fi'] });
    const { body } = await marketer
      .patch(`/segments/${id}`, { name: 'Syksy', filters: { languages: ['sv'] } })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({ name: 'Syksy', filters: { languages: ['sv'] }, version: 2 });
    const { body: same } = await manager
      .patch(`/segments/${id}`, { name: 'Syksy', filters: { languages: ['sv'] } })
      .expect(200);
    expect(same.version).toBe(2);
    await manager.patch(`/segments/${id}`, { name: 'Talvi' }).set('If-Match', '"1"').expect(412);
    expect((await marketer.get('/segments').expect(200)).body.items).toContainEqual(body);
    await manager.delete(`/segments/${id}`).expect(204);
    await marketer.get(`/segments/${id}`).expect(404);
    await marketer.get(`/segments/${id}/people`).expect(404);
    await marketer.delete(`/segments/${id}`).expect(404);
    const acts = await app.rows<{ action: string }>(
      'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['segment.create', 'segment.update', 'segment.delete']);
  });

  it('put who looked at whom on record', async () => {
    const { id } = await person({ areaOfResponsibility: 'Kirjattava' });
    const segmentId = (await segment({ areasOfResponsibility: ['Kirjattava'] })).id;
    await peopleOf(segmentId);
    const [look] = await app.rows(
      `SELECT action, shown_ids FROM audit_events WHERE subject_id = $1 AND class = 'read'`,
      [segmentId],
    );
    expect(look).toEqual({ action: 'segment.list_people', shown_ids: [id] });
  });

  it.each<[string, object]>([
    ['a filter that is none', { filters: { shoeSize: 43 } }],
    ['an industry that is none', { filters: { industry: 'Yksisarvisten kasvatus' } }],
    ['an empty list', { filters: { tags: [] } }],
    ['a day that does not exist', { filters: { lastContactBefore: '2026-02-30' } }],
    ['a language that is none', { filters: { languages: ['tlh'] } }],
    ['a profiling purpose that is on no record', { filters: {}, profilingPurpose: 'palm_reading' }],
    ['a profiling purpose that is none', { filters: {}, profilingPurpose: 'newsletter' }],
    ['no name', { name: '', filters: {} }],
  ])('refuse %s', async (_, input) => {
    const { body } = await marketer.post('/segments', { name: 'Väärä', ...input }).expect(400);
    expect(body.code).toBe('validation_failed');
    expect(await app.rows(`SELECT 1 FROM segments WHERE name IN ('Väärä', '')`)).toEqual([]);
  });

  it('refuse days between which nobody can have been met', async () => {
    const filters = { lastContactAfter: '2026-01-01', lastContactBefore: '2026-01-02' };
    const { id } = await segment(filters);
    for (const lastContactAfter of ['2026-01-02', '2026-01-03']) {
      const wrong = { name: 'Tyhjä', filters: { ...filters, lastContactAfter } };
      for (const answer of [marketer.post('/segments', wrong), marketer.patch(`/segments/${id}`, wrong)])
        expect((await answer.expect(400)).body).toMatchObject({
          code: 'validation_failed',
          fields: [{ field: 'filters.lastContactBefore', code: 'range' }],
        });
    }
    expect((await marketer.get(`/segments/${id}`).expect(200)).body.filters).toEqual(filters);
  });

  it('are made by those who send mailings, and read by those who may', async () => {
    await app.stranger.get('/segments').expect(401);
    const { id } = await segment({});
    const support = await app.signIn(admin, { roles: ['support'] });
    await support.get('/segments').expect(403);
    const salesperson = await app.signIn(admin);
    await salesperson.get(`/segments/${id}`).expect(200);
    await salesperson.post('/segments', { name: 'X', filters: {} }).expect(403);
    await salesperson.patch(`/segments/${id}`, { name: 'X' }).expect(403);
    await salesperson.delete(`/segments/${id}`).expect(403);
  });
});
