import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';

describe('/contacts', () => {
  let app: TestApp;
  let admin: Caller;
  let staff: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    staff = await app.signIn(admin);
  });
  afterAll(() => app.close());

  const create = async (fields: object = {}) =>
    (await staff.post('/contacts', aContact(fields)).expect(201)).body;
  const createCompany = async (fields: object = {}) =>
    (await staff.post('/companies', aCompany(fields)).expect(201)).body;

  it('keeps everything the policies list of a person (H2, C1)', async () => {
    const company = await createCompany({ relationship: { status: 'customer' } });
    const given = {
      firstName: 'Åsa',
      lastName: 'Lindqvist',
      emails: ['Asa@Kvarnen.example', 'asa.privat@example.com'],
      phones: ['040 123 4567', '+46 70 123 45 67'],
      title: 'Ekonomichef',
      areaOfResponsibility: 'Ekonomi',
      department: 'Förvaltning',
      language: 'sv',
      companyId: company.id,
      authorisations: ['beställer upp till 5 000 €'],
      interests: ['underhåll'],
      sources: [{ kind: 'website', what: 'kvarnen.example/kontakt', when: '2026-03-14' }],
      bases: [{ purpose: 'service', basis: 'contract' }],
    };
    const contact = await create(given);
    expect(contact).toMatchObject({
      ...given,
      name: 'Åsa Lindqvist',
      emails: ['asa@kvarnen.example', 'asa.privat@example.com'],
      phones: ['+358401234567', '+46701234567'],
      company: { id: company.id, name: company.name, relationship: 'customer' },
      employments: [{ companyId: company.id, title: 'Ekonomichef', startedOn: null, endedOn: null }],
      owner: { name: 'Samu Myyjä' },
      version: 1,
    });
    expect((await staff.get(`/contacts/${contact.id}`).expect(200)).body).toEqual(contact);
  });

  it('has a clock from the first moment: the day it is erased, with the reason in words (GDPR 5(1)(e), P8)', async () => {
    const { retention } = await create({
      sources: [{ kind: 'event', what: 'met at a fair', when: '2026-02-28' }],
    });
    expect(retention).toEqual({
      dueOn: '2027-02-28',
      reviewOn: null,
      ground: 'prospects',
      start: 'collected',
      startedOn: '2026-02-28',
      reason: 'Poistetaan 28.2.2027: tiedot saatu 28.2.2026, 12 kuukautta',
      parts: [],
    });
  });

  it('cannot be without a clock, whoever writes the row', async () => {
    const { id } = await create();
    await expect(
      app.rows('UPDATE contacts SET retention_due_on = NULL WHERE id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'contacts_have_a_clock' });
  });

  it('keeps its clock through edits: an edit never moves it', async () => {
    const { id, retention } = await create();
    const { body } = await staff
      .patch(`/contacts/${id}`, { title: 'Toimitusjohtaja', emails: ['uusi@example.com'] })
      .expect(200);
    expect(body.retention).toEqual(retention);
  });

  it('has at least one source, whoever writes the row (H9, C3, K3, P3)', async () => {
    await staff.post('/contacts', aContact({ sources: [] })).expect(400);
    await staff.post('/contacts', aContact({ sources: undefined })).expect(400);
    const { id } = await create();
    await staff.patch(`/contacts/${id}`, { sources: [] }).expect(400);
    await expect(app.rows('DELETE FROM contact_sources WHERE contact_id = $1', [id])).rejects.toMatchObject({
      constraint: 'contacts_have_a_source',
    });
  });

  it('keeps a source that comes back with its id, adds and removes others', async () => {
    const { id, sources } = await create({
      sources: [{ kind: 'person' }, { kind: 'event', what: 'Messut' }],
    });
    const next = [
      { ...sources[0], what: 'puhelu' },
      { kind: 'referral', what: 'Aino', when: '2026-01-02' },
    ];
    const { body } = await staff.patch(`/contacts/${id}`, { sources: next }).expect(200);
    expect(body.sources.map(({ id: _, ...source }: { id: string }) => source)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'person', what: 'puhelu' }),
        { kind: 'referral', what: 'Aino', when: '2026-01-02' },
      ]),
    );
    expect(body.sources).toHaveLength(2);
    expect(body.sources.map((source: { id: string }) => source.id)).toContain(sources[0].id);
  });

  it('keeps the day of a source that comes back without one, and cannot have one source twice', async () => {
    const { id, sources } = await create({
      sources: [{ kind: 'event', what: 'Messut', when: '2025-01-01' }],
    });
    const [source] = sources;
    const again = { id: source.id, kind: 'event' };
    const { body } = await staff.patch(`/contacts/${id}`, { title: 'Ostaja', sources: [again] }).expect(200);
    expect(body.sources).toEqual([{ ...again, what: null, when: '2025-01-01' }]);
    await staff.patch(`/contacts/${id}`, { sources: [source, source] }).expect(400);
  });

  it('remembers who recorded a source and a basis first, whoever edits the others', async () => {
    const { id, sources } = await create({ bases: [{ purpose: 'service', basis: 'contract' }] });
    const recorded = () =>
      app.rows(
        `SELECT s.recorded_at, s.recorded_by, b.recorded_at AS based_at, b.recorded_by AS based_by
         FROM contact_sources s, contact_bases b WHERE s.id = $1 AND b.contact_id = $2 AND b.purpose = 'service'`,
        [sources[0].id, id],
      );
    const before = await recorded();
    const colleague = await app.signIn(admin);
    await colleague
      .patch(`/contacts/${id}`, {
        sources: [{ ...sources[0], what: 'puhelu' }, { kind: 'event' }],
        bases: [
          { purpose: 'service', basis: 'contract' },
          { purpose: 'newsletter', basis: 'consent' },
        ],
      })
      .expect(200);
    expect(await recorded()).toEqual(before);
  });

  it('invents nothing: a first name alone stays alone, no name is made from an address (GDPR 5(1)(c))', async () => {
    const contact = await create({
      firstName: 'Aino',
      lastName: undefined,
      emails: ['aino.virtanen@example.com'],
      ownerId: null,
    });
    expect(contact).toMatchObject({
      firstName: 'Aino',
      lastName: '',
      name: 'Aino',
      language: null,
      title: null,
      company: null,
      phones: [],
      bases: [],
      employments: [],
      owner: null,
    });
    await staff.post('/contacts', aContact({ firstName: '', lastName: ' ' })).expect(400);
  });

  it('lets two people have the same name and the same switchboard', async () => {
    const same = { firstName: 'Matti', lastName: 'Virtanen', phones: ['09 123 4567'] };
    expect((await create(same)).id).not.toBe((await create(same)).id);
  });

  it('forgets a change of employer that is taken back on the same day (GDPR 5(1)(d))', async () => {
    const [first, second] = [await createCompany(), await createCompany()];
    const before = await create({ companyId: first.id, title: 'Ostaja' });
    await staff.patch(`/contacts/${before.id}`, { companyId: second.id }).expect(200);
    await staff.patch(`/contacts/${before.id}`, { companyId: first.id }).expect(200);
    await staff.patch(`/contacts/${before.id}`, { companyId: null }).expect(200);
    const { body } = await staff.patch(`/contacts/${before.id}`, { companyId: first.id }).expect(200);
    expect(body.employments).toEqual(before.employments);
  });

  it('keeps the history when somebody changes employer, and can be at none', async () => {
    const [first, second] = [await createCompany(), await createCompany()];
    const { id } = await create({ companyId: first.id, title: 'Ostaja' });
    await staff.patch(`/contacts/${id}`, { companyId: second.id, title: 'Ostopäällikkö' }).expect(200);
    await app.rows(
      'UPDATE employments SET started_on = started_on - 30 WHERE contact_id = $1 AND ended_on IS NULL',
      [id],
    );
    const { body } = await staff.patch(`/contacts/${id}`, { companyId: null }).expect(200);
    expect(body.company).toBeNull();
    expect(body.employments).toEqual([
      expect.objectContaining({
        companyId: second.id,
        title: 'Ostopäällikkö',
        startedOn: expect.any(String),
        endedOn: expect.any(String),
      }),
      expect.objectContaining({ companyId: first.id, title: 'Ostaja', endedOn: expect.any(String) }),
    ]);
  });

  it.each([
    ['an e-mail that is none', { emails: ['asa@'] }, 'emails'],
    ['the same e-mail twice', { emails: ['a@example.com', 'A@example.com '] }, 'emails'],
    ['a phone that is none', { phones: ['soita'] }, 'phones'],
    ['a name of nothing that can be seen', { firstName: '\u200b', lastName: '\u200b' }, 'lastName'],
    ['a name that turns the direction of writing', { firstName: 'a\u202eb' }, 'firstName'],
    [
      'a source of tomorrow’s tomorrow',
      { sources: [{ kind: 'person', when: '2099-01-01' }] },
      'sources.0.when',
    ],
    ['an unknown language', { language: 'de' }, 'language'],
    ['a company that is not there', { companyId: '01a207bb-e5b0-704d-8b14-000000000000' }, 'companyId'],
    ['a basis outside Art. 6(1)', { bases: [{ purpose: 'service', basis: 'because' }] }, 'bases.0.basis'],
    [
      'a purpose that there is not',
      { bases: [{ purpose: 'unheard_of', basis: 'consent' }] },
      'bases.0.purpose',
    ],
    [
      'the same purpose twice',
      {
        bases: [
          { purpose: 'service', basis: 'contract' },
          { purpose: 'service', basis: 'consent' },
        ],
      },
      'bases',
    ],
    ['names that are objects', { firstName: { $gt: '' } }, 'firstName'],
  ])('refuses %s and changes nothing', async (_, fields, field) => {
    const [before] = await app.rows('SELECT count(*) FROM contacts');
    const { body, text } = await staff
      .post('/contacts', aContact({ lastName: 'Salainen', ...fields }))
      .expect(400);
    expect(body.fields).toContainEqual(expect.objectContaining({ field }));
    expect(text).not.toContain('Salainen');
    expect((await app.rows('SELECT count(*) FROM contacts'))[0]).toEqual(before);
  });

  it('tells the second of two editors that the first was quicker, and keeps the first’s words', async () => {
    const { id } = await create();
    await staff.patch(`/contacts/${id}`, { title: 'Ensimmäinen' }).set('If-Match', '"1"').expect(200);
    const { body } = await staff
      .patch(`/contacts/${id}`, { title: 'Toinen' })
      .set('If-Match', '"1"')
      .expect(412);
    expect(body.code).toBe('stale_version');
    expect((await staff.get(`/contacts/${id}`)).body.title).toBe('Ensimmäinen');
  });

  it('lets one of many who edit at the same moment win, and tells the others', async () => {
    const { id } = await create();
    const edits = ['a', 'b', 'c', 'd', 'e', 'f'].map((title) =>
      staff.patch(`/contacts/${id}`, { title }).set('If-Match', '"1"'),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it('records every act with field names and no values', async () => {
    const { id } = await create({ firstName: 'Vilhelmiina' });
    await staff.patch(`/contacts/${id}`, { emails: ['vilhelmiina@example.com'] }).expect(200);
    await staff.put(`/contacts/${id}/archival`).expect(200);
    const events = await app.rows('SELECT * FROM audit_events WHERE subject_id = $1 ORDER BY id', [id]);
    expect(events.map((event) => event.action)).toEqual([
      'contact.create',
      'contact.update',
      'contact.archive',
    ]);
    expect(events[1]?.fields).toEqual(['emails']);
    expect(JSON.stringify(events)).not.toMatch(/vilhelmiina/i);
  });

  describe('listed', () => {
    const people = [
      ['Eero', 'Öhman'],
      ['Ari', 'Zetterberg'],
      ['Ulla', 'Åkerblom'],
      ['Anna', 'Ärje'],
      ['Åke', 'Aalto'],
      ['Aki', 'Aalto'],
    ];
    const names = (body: { items: { name: string }[] }) => body.items.map((item) => item.name);

    beforeAll(async () => {
      for (const [firstName, lastName] of people)
        await create({ firstName, lastName, areaOfResponsibility: 'Hankinta', language: 'fi' });
    });

    it('sorts by last name, then first name, the Finnish way', async () => {
      const { body } = await staff.get('/contacts?areaOfResponsibility=Hankinta&sort=name').expect(200);
      expect(names(body)).toEqual([
        'Aki Aalto',
        'Åke Aalto',
        'Ari Zetterberg',
        'Ulla Åkerblom',
        'Anna Ärje',
        'Eero Öhman',
      ]);
    });

    it('gives every row once over the pages, in both directions and every order', async () => {
      for (const sort of [
        'name',
        '-name',
        'createdAt',
        '-createdAt',
        'lastInteractionAt',
        '-lastInteractionAt',
      ]) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const query: string = `/contacts?areaOfResponsibility=Hankinta&sort=${sort}&limit=4${cursor ? `&cursor=${cursor}` : ''}`;
          const { body } = await staff.get(query).expect(200);
          seen.push(...names(body));
          cursor = body.nextCursor;
        } while (cursor);
        expect([...seen].sort()).toEqual(people.map(([first, last]) => `${first} ${last}`).sort());
      }
    });

    it('refuses the cursor of another order', async () => {
      const { body } = await staff
        .get('/contacts?areaOfResponsibility=Hankinta&limit=1&sort=name')
        .expect(200);
      const { body: problem } = await staff
        .get(`/contacts?areaOfResponsibility=Hankinta&limit=1&sort=createdAt&cursor=${body.nextCursor}`)
        .expect(400);
      expect(problem.fields).toMatchObject([{ field: 'cursor' }]);
    });

    it('shows no name in a cursor, and takes it back in its own order only (design rule 9)', async () => {
      const { body } = await staff.get('/contacts?areaOfResponsibility=Hankinta&limit=1').expect(200);
      expect(Buffer.from(body.nextCursor, 'base64url').toString('latin1')).not.toContain('Aalto');
      await staff.get(`/contacts?sort=-createdAt&cursor=${body.nextCursor}`).expect(400);
      await staff.get(`/companies?cursor=${body.nextCursor}`).expect(400);
    });

    it('filters by company, status of the relationship, language and words', async () => {
      const company = await createCompany({
        name: 'Hiomo Oy',
        relationship: { status: 'former', endedOn: '2026-01-01' },
      });
      await create({ firstName: 'Hilla', lastName: 'Hioja', companyId: company.id, language: 'en' });
      for (const filter of [
        `companyId=${company.id}`,
        'status=former',
        'language=en',
        'q=hio%20hill',
        'q=hiomo',
      ])
        expect(names((await staff.get(`/contacts?${filter}`).expect(200)).body)).toEqual(['Hilla Hioja']);
    });
  });

  it('is archived without losing its timeline', async () => {
    const { id } = await create();
    await staff.post('/interactions', anInteraction({ contactIds: [id] })).expect(201);
    await staff.put(`/contacts/${id}/archival`).expect(200);
    expect((await staff.get(`/contacts/${id}/timeline`)).body.items).toHaveLength(1);
    expect((await staff.delete(`/contacts/${id}/archival`).expect(200)).body.archivedAt).toBeNull();
  });

  it('is closed to strangers', async () => {
    await app.stranger.get('/contacts').expect(401);
    await app.stranger.post('/contacts', aContact()).expect(401);
    const { id } = await create();
    await app.stranger.get(`/contacts/${id}`).expect(401);
    await app.stranger.patch(`/contacts/${id}`, { title: 'x' }).expect(401);
    await app.stranger.put(`/contacts/${id}/archival`).expect(401);
  });
});
