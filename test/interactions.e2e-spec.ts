import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';

describe('/interactions', () => {
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
    (await staff.post('/interactions', anInteraction(fields)).expect(201)).body;
  const createCompany = async () => (await staff.post('/companies', aCompany()).expect(201)).body;
  const createContact = async (fields: object = {}) =>
    (await staff.post('/contacts', aContact(fields)).expect(201)).body;
  const timelineOf = async (path: string) => (await staff.get(`${path}/timeline`).expect(200)).body;

  it('logs a call once, and both timelines show it', async () => {
    const company = await createCompany();
    const contact = await createContact({ companyId: company.id });
    const call = await create({ contactIds: [contact.id], durationMinutes: 12, body: 'Ringer i maj' });
    expect(call).toMatchObject({
      type: 'call',
      direction: 'out',
      company: { id: company.id },
      author: { name: 'Samu Myyjä' },
      editedAt: null,
    });
    for (const path of [`/contacts/${contact.id}`, `/companies/${company.id}`]) {
      expect((await timelineOf(path)).items).toEqual([{ kind: 'interaction', ...call }]);
      expect((await staff.get(path)).body.lastInteractionAt).toBe(call.occurredAt);
    }
  });

  it('has several people and one company', async () => {
    const company = await createCompany();
    const [one, two] = [await createContact(), await createContact()];
    const meeting = await create({ type: 'meeting', contactIds: [two.id, one.id], companyId: company.id });
    expect(meeting.contacts).toEqual([two, one].map(({ id, name }) => ({ id, name })));
    expect((await timelineOf(`/contacts/${one.id}`)).items).toHaveLength(1);
    expect((await timelineOf(`/contacts/${two.id}`)).items).toHaveLength(1);
  });

  it('stays with the company where it happened when the person moves on', async () => {
    const [before, after] = [await createCompany(), await createCompany()];
    const contact = await createContact({ companyId: before.id });
    await create({ contactIds: [contact.id] });
    await staff.patch(`/contacts/${contact.id}`, { companyId: after.id }).expect(200);
    expect((await timelineOf(`/companies/${before.id}`)).items).toHaveLength(1);
    expect((await timelineOf(`/companies/${after.id}`)).items).toHaveLength(0);
    expect((await timelineOf(`/contacts/${contact.id}`)).items).toHaveLength(1);
  });

  const someone = '01a207bb-e5b0-704d-8b14-00000000000a';

  it.each([
    ['nobody and no company', {}, 'contactIds'],
    ['no text', { subject: ' ', companyId: 'COMPANY' }, 'subject'],
    ['an unknown type', { type: 'fax', companyId: 'COMPANY' }, 'type'],
    ['a person who is not there', { contactIds: ['01a207bb-e5b0-704d-8b14-000000000000'] }, 'contactIds.0'],
    ['the same person twice', { contactIds: [someone, someone.toUpperCase()] }, 'contactIds'],
    ['a company that is not there', { companyId: '01a207bb-e5b0-704d-8b14-000000000000' }, 'companyId'],
    [
      'a time to come',
      { companyId: 'COMPANY', occurredAt: new Date(Date.now() + 3 * 86_400_000).toISOString() },
      'occurredAt',
    ],
    ['a time without a zone', { companyId: 'COMPANY', occurredAt: '2026-01-01T10:00:00' }, 'occurredAt'],
    ['a day that does not exist', { companyId: 'COMPANY', occurredAt: '2026-02-30T10:00:00Z' }, 'occurredAt'],
    ['a call of two days', { companyId: 'COMPANY', durationMinutes: 2880 }, 'durationMinutes'],
  ])('refuses %s and changes nothing', async (_, fields, field) => {
    const { id } = await createCompany();
    const [before] = await app.rows('SELECT count(*) FROM interactions');
    const body = JSON.parse(JSON.stringify(anInteraction(fields)).replace('COMPANY', id)) as object;
    const answer = await staff.post('/interactions', body).expect(400);
    expect(answer.body.fields).toContainEqual(expect.objectContaining({ field }));
    expect((await app.rows('SELECT count(*) FROM interactions'))[0]).toEqual(before);
  });

  it('keeps what it was before each edit, append-only', async () => {
    const { id: companyId } = await createCompany();
    const { id } = await create({ companyId, body: 'ensimmäinen' });
    await staff.patch(`/interactions/${id}`, { body: 'toinen' }).set('If-Match', '"1"').expect(200);
    const { body } = await staff.patch(`/interactions/${id}`, { body: 'kolmas', type: 'note' }).expect(200);
    expect(body).toMatchObject({ body: 'kolmas', type: 'note', version: 3, editedAt: expect.any(String) });
    const { body: revisions } = await staff.get(`/interactions/${id}/revisions`).expect(200);
    expect(revisions.items).toMatchObject([
      { body: 'toinen', type: 'call', revisedBy: { name: 'Samu Myyjä' } },
      { body: 'ensimmäinen', type: 'call' },
    ]);
    await staff.patch(`/interactions/${id}`, { body: 'neljäs' }).set('If-Match', '"1"').expect(412);
    const events = await app.rows(
      `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND class = 'decision' ORDER BY id`,
      [id],
    );
    expect(events.slice(1)).toEqual(
      [
        { action: 'interaction.update', fields: ['body'] },
        { action: 'interaction.update', fields: ['body', 'type'] },
      ].map((event) => ({ ...event, fields: expect.arrayContaining(event.fields) })),
    );
  });

  it('lets one of many who edit at the same moment win, and keeps one revision', async () => {
    const { id: companyId } = await createCompany();
    const { id } = await create({ companyId, durationMinutes: 15 });
    const edits = ['a', 'b', 'c', 'd', 'e', 'f'].map((body) =>
      staff.patch(`/interactions/${id}`, { body }).set('If-Match', '"1"'),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const { body: revisions } = await staff.get(`/interactions/${id}/revisions`).expect(200);
    expect(revisions).toMatchObject({ items: [{ durationMinutes: 15, body: null }], total: 1 });
  });

  it('cannot be edited into having no text or nobody', async () => {
    const contact = await createContact();
    const { id } = await create({ contactIds: [contact.id] });
    await staff.patch(`/interactions/${id}`, { subject: null }).expect(400);
    await staff.patch(`/interactions/${id}`, { contactIds: [] }).expect(400);
  });

  it('moves to another person and another time, and both people know when they were last met', async () => {
    const [one, two] = [await createContact(), await createContact()];
    const { id } = await create({ contactIds: [one.id], occurredAt: '2026-05-01T10:00:00Z' });
    await create({ contactIds: [two.id], occurredAt: '2026-01-01T10:00:00Z' });
    await staff
      .patch(`/interactions/${id}`, { contactIds: [two.id], occurredAt: '2026-06-01T10:00:00+03:00' })
      .expect(200);
    expect((await staff.get(`/contacts/${one.id}`)).body.lastInteractionAt).toBeNull();
    expect((await staff.get(`/contacts/${two.id}`)).body.lastInteractionAt).toBe('2026-06-01T07:00:00.000Z');
    expect((await timelineOf(`/contacts/${two.id}`)).items.map((item: { id: string }) => item.id)[0]).toBe(
      id,
    );
  });

  it('knows when they were last met, also when many things are logged at the same moment', async () => {
    const { id: companyId } = await createCompany();
    const { id } = await createContact({ companyId });
    const occurred = Array.from({ length: 24 }, (_, i) =>
      new Date(Date.UTC(2026, 2, 1 + ((i * 7) % 24), 10)).toISOString(),
    );
    await Promise.all(occurred.map((occurredAt) => create({ contactIds: [id], occurredAt })));
    for (const path of [`/contacts/${id}`, `/companies/${companyId}`])
      expect((await staff.get(path)).body.lastInteractionAt).toBe('2026-03-24T10:00:00.000Z');
  });

  it('never moves the clock of the person who took part', async () => {
    const contact = await createContact();
    await create({ contactIds: [contact.id] });
    expect((await staff.get(`/contacts/${contact.id}`)).body.retention).toEqual(contact.retention);
  });

  describe('on a timeline', () => {
    let contactId: string;
    const times = Array.from({ length: 25 }, (_, i) =>
      new Date(Date.UTC(2026, 3, 1 + Math.floor(i / 2))).toISOString(),
    );

    beforeAll(async () => {
      contactId = (await createContact()).id;
      for (const [i, occurredAt] of times.entries())
        await create({
          contactIds: [contactId],
          occurredAt,
          type: i % 5 === 0 ? 'meeting' : 'call',
          subject: `n:o ${i}`,
        });
    });

    const walk = async (query: string) => {
      const seen: { id: string; occurredAt: string; type: string }[] = [];
      let cursor: string | null = null;
      do {
        const path: string = `/contacts/${contactId}/timeline?limit=4${query}${cursor ? `&cursor=${cursor}` : ''}`;
        const { body } = await staff.get(path).expect(200);
        seen.push(...body.items);
        cursor = body.nextCursor;
      } while (cursor);
      return seen;
    };

    it('comes newest first, each once, page by page, also at the same minute', async () => {
      const seen = await walk('');
      expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
      const order = seen.map(({ occurredAt }) => occurredAt);
      expect(order).toEqual([...order].sort().reverse());
    });

    it('is filtered by type', async () => {
      expect(await walk('&type=meeting')).toHaveLength(5);
      expect(await walk('&type=meeting,call')).toHaveLength(25);
      await staff.get(`/contacts/${contactId}/timeline?type=fax`).expect(400);
    });

    it('of somebody unknown is not found', () =>
      staff.get('/contacts/01a207bb-e5b0-704d-8b14-000000000000/timeline').expect(404));
  });

  it('is listed by person, company, author, type and time', async () => {
    const contact = await createContact();
    const company = await createCompany();
    const visit = await create({
      type: 'visit',
      contactIds: [contact.id],
      companyId: company.id,
      occurredAt: '2025-03-03T10:00:00Z',
    });
    for (const filter of [
      `contactId=${contact.id}`,
      `companyId=${company.id}`,
      'type=visit',
      'since=2025-03-03T00:00:00Z&until=2025-03-04T00:00:00Z',
    ])
      expect(
        (await staff.get(`/interactions?${filter}`).expect(200)).body.items.map(
          (item: { id: string }) => item.id,
        ),
      ).toEqual([visit.id]);
    expect(
      (await staff.get(`/interactions?authorId=${visit.authorId}&limit=1`).expect(200)).body.items,
    ).toHaveLength(1);
  });

  it('makes up the day: whom I met, what happened since yesterday', async () => {
    const me = await app.signIn(admin, { name: 'Minä Myyjä' });
    const contact = (await me.post('/contacts', aContact({ firstName: 'Tuore' })).expect(201)).body;
    const archived = (await me.post('/contacts', aContact()).expect(201)).body;
    await me.put(`/contacts/${archived.id}/archival`).expect(200);
    const old = (
      await me
        .post(
          '/interactions',
          anInteraction({ contactIds: [contact.id], occurredAt: new Date(Date.now() - 3 * 86_400_000) }),
        )
        .expect(201)
    ).body;
    const fresh = (await me.post('/interactions', anInteraction({ contactIds: [contact.id] })).expect(201))
      .body;
    const { body } = await me.get('/today').expect(200);
    expect(body.recentPeople.map((person: { id: string }) => person.id)).toEqual([contact.id]);
    const happened = body.sinceYesterday.map((item: { id: string }) => item.id);
    expect(happened).toContain(fresh.id);
    expect(happened).not.toContain(old.id);
    expect(body.counts).toEqual({
      contacts: expect.any(Number),
      companies: expect.any(Number),
      interactionsThisWeek: expect.any(Number),
    });
  });

  it('is closed to strangers', async () => {
    await app.stranger.get('/interactions').expect(401);
    await app.stranger.post('/interactions', anInteraction()).expect(401);
    await app.stranger.get('/today').expect(401);
  });
});
