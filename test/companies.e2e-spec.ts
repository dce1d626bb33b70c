import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('/companies', () => {
  let app: TestApp;
  let staff: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    staff = await app.signIn(await app.setUp());
  });
  afterAll(() => app.close());

  const create = async (fields: object = {}) =>
    (await staff.post('/companies', aCompany(fields)).expect(201)).body;

  it('keeps everything a register of companies holds (H3, C1)', async () => {
    const given = {
      name: 'Kvarnen Ab',
      businessId: '12345671',
      legalForm: 'limited_company',
      industryCode: '62010',
      size: '10-49',
      addresses: [
        { type: 'visiting', street: 'Storgatan 1', postalCode: '65100', city: 'Vasa', country: 'FI' },
      ],
      phone: '06 123 4567',
      email: 'Info@Kvarnen.example',
      website: 'kvarnen.example',
      billing: {
        eInvoiceAddress: '0037 12345671',
        eInvoiceOperator: '003721291126',
        email: 'laskut@kvarnen.example',
        reference: 'Aino',
        paymentTermDays: 14,
      },
      products: [
        { name: 'Huolto', status: 'in_use' },
        { name: 'Varaosat', status: 'interested' },
      ],
      relationship: { status: 'customer', startedOn: '2024-02-29', endedOn: null },
    };
    const company = await create(given);
    expect(company).toMatchObject({
      ...given,
      businessId: '1234567-1',
      phone: '+35861234567',
      email: 'info@kvarnen.example',
      billing: { ...given.billing, eInvoiceAddress: '003712345671' },
      industry: { code: '620' },
      isNaturalPerson: false,
      source: { kind: 'company', what: 'contact form' },
      version: 1,
    });
    const { body, headers } = await staff.get(`/companies/${company.id}`).expect(200);
    expect(body).toEqual(company);
    expect(headers.etag).toBe('"1"');
  });

  it('knows a sole trader for a natural person', async () => {
    expect(await create({ legalForm: 'sole_trader' })).toMatchObject({ isNaturalPerson: true });
  });

  it('keeps the VAT number of a foreign company', async () => {
    expect(await create({ vatNumber: 'se 556677889901', country: 'SE' })).toMatchObject({
      vatNumber: 'SE556677889901',
      country: 'SE',
    });
  });

  it('invents nothing: a company with only a name has only a name (GDPR 5(1)(c))', async () => {
    const company = await create({ ownerId: null });
    const { id, name, source, createdAt, updatedAt, ...rest } = company;
    expect([id, name, source, createdAt, updatedAt].every(Boolean)).toBe(true);
    expect(rest).toMatchObject({
      businessId: null,
      phone: null,
      email: null,
      website: null,
      billing: null,
      owner: null,
      industry: null,
      addresses: [],
      products: [],
    });
  });

  it.each([
    ['no source (H9, C3, K3, P3)', { source: undefined }, 'source'],
    ['another source without words', { source: { kind: 'other' } }, 'source.what'],
    ['a blank name', { name: '  ' }, 'name'],
    ['a wrong check digit', { businessId: '1234567-2' }, 'businessId'],
    ['a wrong VAT number', { vatNumber: 'SE12' }, 'vatNumber'],
    ['an industry that does not exist', { industryCode: '04' }, 'industryCode'],
    ['a phone that is none', { phone: '12' }, 'phone'],
    ['an e-mail that is none', { email: 'info(at)kvarnen' }, 'email'],
    ['a website that runs a script', { website: 'javascript:alert(1)' }, 'website'],
    [
      'a wrong e-invoice address',
      { billing: { eInvoiceAddress: '003799999999' } },
      'billing.eInvoiceAddress',
    ],
    [
      'an end before the start',
      { relationship: { status: 'former', startedOn: '2026-01-02', endedOn: '2026-01-01' } },
      'relationship.endedOn',
    ],
    [
      'an end still to come of what is over, from which clocks would run (V12)',
      { relationship: { status: 'former', startedOn: '2020-01-01', endedOn: '2999-01-01' } },
      'relationship.endedOn',
    ],
    [
      'a start still to come of what is over',
      { relationship: { status: 'former', startedOn: '2999-01-01' } },
      'relationship.startedOn',
    ],
    [
      'an end of a relationship that goes on',
      { relationship: { status: 'customer', endedOn: '2026-01-01' } },
      'relationship.endedOn',
    ],
    [
      'a day that does not exist',
      { relationship: { status: 'customer', startedOn: '2026-02-30' } },
      'relationship.startedOn',
    ],
    ['an owner who is no user', { ownerId: '01a207bb-e5b0-704d-8b14-000000000000' }, 'ownerId'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a control character', { name: 'Kvar\u0000nen' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(201) }, 'name'],
  ])('refuses %s and changes nothing', async (_, fields, field) => {
    const [before] = await app.rows('SELECT count(*) FROM companies');
    const { body } = await staff
      .post('/companies', aCompany(fields))
      .expect(400)
      .expect('Content-Type', /application\/problem\+json/);
    expect(body).toMatchObject({ code: 'validation_failed', fields: [expect.objectContaining({ field })] });
    expect((await app.rows('SELECT count(*) FROM companies'))[0]).toEqual(before);
  });

  it('changes what is given, clears what is null and leaves the rest', async () => {
    const company = await create({ phone: '06 123 4567', products: [{ name: 'Huolto', status: 'bought' }] });
    const { body } = await staff
      .patch(`/companies/${company.id}`, { phone: null, size: '250+' })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({
      phone: null,
      size: '250+',
      products: company.products,
      name: company.name,
      version: 2,
    });
  });

  it('tells the second of two editors that the first was quicker', async () => {
    const { id } = await create();
    const edits = ['2-9', '10-49'].map((size) =>
      staff.patch(`/companies/${id}`, { size }).set('If-Match', '"1"'),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  it('does not count an edit that changes nothing as one', async () => {
    const company = await create({ addresses: [{ type: 'postal', city: 'Turku' }] });
    const { name, addresses, source, billing } = company;
    const { body } = await staff
      .patch(`/companies/${company.id}`, { name, addresses, source, billing })
      .expect(200);
    expect(body.version).toBe(1);
  });

  it('keeps the day of its source when the same source is sent again without one', async () => {
    const source = { kind: 'event', what: 'Messut', when: '2025-01-01' };
    const { id } = await create({ source });
    const again = { name: 'Toinen Oy', source: { kind: 'event', what: 'Messut' }, billing: {} };
    const { body } = await staff.patch(`/companies/${id}`, again).expect(200);
    expect(body).toMatchObject({ name: 'Toinen Oy', source, billing: null });
    const [event] = await app.rows(
      `SELECT fields FROM audit_events WHERE subject_id = $1 AND action = 'company.update'`,
      [id],
    );
    expect(event?.fields).toEqual(['name']);
  });

  it('takes an address without a country for a Finnish one', async () => {
    const { id } = await create({ addresses: [{ type: 'postal', city: 'Umeå', country: 'SE' }] });
    const { body } = await staff
      .patch(`/companies/${id}`, { addresses: [{ type: 'postal', city: 'Umeå' }] })
      .expect(200);
    expect(body.addresses).toMatchObject([{ city: 'Umeå', country: 'FI' }]);
  });

  it('cannot lose its name or its source', async () => {
    const { id } = await create();
    await staff.patch(`/companies/${id}`, { name: null }).expect(400);
    await staff.patch(`/companies/${id}`, { source: null }).expect(400);
  });

  it('records every act with field names and no values (GDPR Art. 5(2))', async () => {
    const { id } = await create({ phone: '06 765 4321' });
    await staff.patch(`/companies/${id}`, { phone: '06 111 2222' }).expect(200);
    await staff.put(`/companies/${id}/archival`).expect(200);
    await staff.delete(`/companies/${id}/archival`).expect(200);
    const events = await app.rows(
      'SELECT action, fields, actor_kind, request_id FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(events).toMatchObject([
      { action: 'company.create', fields: ['name', 'phone', 'source'], actor_kind: 'user' },
      { action: 'company.update', fields: ['phone'] },
      { action: 'company.archive' },
      { action: 'company.restore' },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/7654321|1112222/);
  });

  it('is archived and restored without losing anything, any number of times', async () => {
    const company = await create();
    await staff.put(`/companies/${company.id}/archival`).expect(200);
    const { body: archived } = await staff.put(`/companies/${company.id}/archival`).expect(200);
    expect(archived.archivedAt).not.toBeNull();
    const listed = await staff.get(`/companies?q=${encodeURIComponent(company.name)}`);
    expect(listed.body.items).toEqual([]);
    const { body: onlyArchived } = await staff.get('/companies?archived=true');
    expect(onlyArchived.items.map((item: { id: string }) => item.id)).toContain(company.id);
    const { body: restored } = await staff.delete(`/companies/${company.id}/archival`).expect(200);
    expect(restored).toMatchObject({ name: company.name, archivedAt: null });
  });

  it('counts its people, the archived ones left out', async () => {
    const { id } = await create();
    const people = await Promise.all(
      [1, 2].map(() => staff.post('/contacts', aContact({ companyId: id })).expect(201)),
    );
    await staff.put(`/contacts/${people[0]?.body.id}/archival`).expect(200);
    expect((await staff.get(`/companies/${id}`)).body.contactCount).toBe(1);
  });

  describe('listed', () => {
    const names = ['Zeppelin Oy', 'Ähtärin Auto Oy', 'Åbo Svets Ab', 'Öljymäki Oy', 'Aallon Leipomo'];

    beforeAll(async () => {
      for (const name of names)
        await create({ name, industryCode: '43', relationship: { status: 'partner' } });
    });

    it('sorts names the Finnish way: å, ä and ö after z', async () => {
      const { body } = await staff.get('/companies?status=partner&sort=name').expect(200);
      expect(body.items.map((item: { name: string }) => item.name)).toEqual([
        'Aallon Leipomo',
        'Zeppelin Oy',
        'Åbo Svets Ab',
        'Ähtärin Auto Oy',
        'Öljymäki Oy',
      ]);
      expect(body).toMatchObject({ total: 5, nextCursor: null });
    });

    it('pages by keyset, and a page stays right while rows are added before it', async () => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: string = `/companies?industryCode=43&sort=-name&limit=2${cursor ? `&cursor=${cursor}` : ''}`;
        const { body } = await staff.get(query).expect(200);
        seen.push(...body.items.map((item: { name: string }) => item.name));
        cursor = body.nextCursor;
        if (seen.length === 2) await create({ name: 'Öster Oy', industryCode: '43' });
      } while (cursor);
      expect(seen).toEqual([
        'Öljymäki Oy',
        'Ähtärin Auto Oy',
        'Åbo Svets Ab',
        'Zeppelin Oy',
        'Aallon Leipomo',
      ]);
    });

    it.each([
      'sort=age',
      'limit=0',
      'limit=201',
      'cursor=nonsense',
      'status=lost',
      'ownerId=1',
      'colour=red',
    ])('refuses ?%s', (query) => staff.get(`/companies?${query}`).expect(400));
  });

  it('is closed to strangers, and an unknown company is not found', async () => {
    await app.stranger.get('/companies').expect(401);
    await app.stranger.post('/companies', aCompany()).expect(401);
    await staff.get('/companies/01a207bb-e5b0-704d-8b14-000000000000').expect(404);
    await staff.get('/companies/nonsense').expect(404);
    await staff.patch('/companies/01a207bb-e5b0-704d-8b14-000000000000', { size: '1' }).expect(404);
  });
});
