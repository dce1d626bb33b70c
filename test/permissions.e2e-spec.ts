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
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
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

  it('takes into account what the message is about (C2)', async () => {
    const about = async (query: string) => (await decisionOf(anna, 'email', 'direct_marketing', query)).code;
    expect(await about('?areas=ink%C3%B6p')).toBe('job_role');
    expect(await about('?areas=Ekonomi&areas=Ink%C3%B6p')).toBe('job_role');
    expect(await about('?areas=Ekonomi')).toBe('outside_role');
    expect(await about('?areas=Ekonomi&hasRoleReason=true')).toBe('job_role');
    expect(await about('?areas=Ekonomi&hasRoleReason=false')).toBe('outside_role');
    // Words that somebody wrote may name people, and addresses end up in the logs of proxies.
    await seller
      .get(`/contacts/${anna}/permissions/email/direct_marketing?roleReason=Hon%20bad%20om%20det`)
      .expect(400);
  });

  it('can be prohibited for each channel by itself, and for each kind of profiling (H12)', async () => {
    const id = await make('/contacts', aContact({ companyId, title: 'Ostaja', phones: ['040 765 4321'] }));
    await object(id, { channel: 'phone', purpose: 'direct_marketing' });
    expect(await decisionOf(id, 'phone', 'direct_marketing')).toMatchObject({
      allowed: false,
      code: 'objected',
      law: 'GDPR Art. 21(3)',
      evidence: { type: 'objection' },
    });
    expect(await decisionOf(id, 'phone', 'survey')).toMatchObject({ allowed: true });
    await object(id, { channel: 'all', purpose: 'profiling_sales' });
    const { profiling } = (await seller.get(`/contacts/${id}/permissions`).expect(200)).body;
    expect(profiling.map(({ purpose, code }: Record<string, string>) => [purpose, code])).toEqual([
      ['profiling_marketing', 'purpose_off'],
      ['profiling_sales', 'objected'],
      ['profiling_support', 'purpose_off'],
    ]);
  });

  it('leaves service mail alone, whatever is prohibited (V4)', async () => {
    const id = await make('/contacts', aContact({ companyId, emails: ['tilaaja@kvarnen.example'] }));
    await object(id, { channel: 'all', purpose: 'all' });
    expect(await decisionOf(id, 'email', 'direct_marketing')).toMatchObject({
      allowed: false,
      code: 'objected',
    });
    expect(await decisionOf(id, 'email', 'service')).toMatchObject({ allowed: true, code: 'service' });
  });

  it('is shown whole: every purpose by every channel', async () => {
    const { summary, matrix } = (await seller.get(`/contacts/${anna}/permissions`).expect(200)).body;
    expect(summary.map(({ channel, code }: Record<string, string>) => [channel, code])).toEqual([
      ['email', 'job_role'],
      ['phone', 'legitimate_interest'],
      ['sms', 'consent_missing'],
      ['post', 'no_address'],
      ['social', 'consent_missing'],
      ['chat', 'consent_missing'],
    ]);
    expect(matrix).toHaveLength(6 * 7);
    const events = await app.rows(
      `SELECT actor_id FROM audit_events WHERE action = 'contact.permissions' AND subject_id = $1`,
      [anna],
    );
    expect(events.length).toBeGreaterThan(0);
  });

  it('comes with the person, and with a list that asks for it', async () => {
    const person = (await seller.get(`/contacts/${anna}`).expect(200)).body;
    expect(person.permissions).toHaveLength(6);
    expect(person.permissions[0]).toEqual({
      channel: 'email',
      purpose: 'direct_marketing',
      allowed: true,
      code: 'job_role',
      sentence: expect.stringContaining('työosoitteeseen'),
      since: null,
    });
    const list = (await seller.get(`/contacts?companyId=${companyId}&include=permissions`).expect(200)).body;
    const inList = list.items.find(({ id }: { id: string }) => id === anna);
    expect(inList.permissions).toEqual(person.permissions);
    const plain = (await seller.get(`/contacts?companyId=${companyId}`).expect(200)).body;
    expect(plain.items[0]).not.toHaveProperty('permissions');
    await seller.get('/contacts?include=everything').expect(400);
  });

  it('finds those who may be contacted by a channel, page by page', async () => {
    const firm = await make('/companies', aCompany({ legalForm: 'limited_company' }));
    const ids: string[] = [];
    for (let n = 0; n < 7; n++)
      ids.push(
        await make(
          '/contacts',
          aContact({ companyId: firm, lastName: `Berg ${n}`, phones: [`04011111${n}0`] }),
        ),
      );
    for (const n of [0, 3, 6]) await object(ids[n] ?? '', { channel: 'phone', purpose: 'all' });
    const seen: string[] = [];
    const path = `/contacts?companyId=${firm}&mayBeContactedBy=phone&limit=3`;
    const first = (await seller.get(path).expect(200)).body;
    expect(first).toMatchObject({ total: null });
    const rest = (await seller.get(`${path}&cursor=${first.nextCursor}`).expect(200)).body;
    for (const { id } of [...first.items, ...rest.items]) seen.push(id);
    expect(rest.nextCursor).toBeNull();
    expect(seen).toEqual([1, 2, 4, 5].map((n) => ids[n]));
    const whole = (await seller.get(`/contacts?companyId=${firm}&mayBeContactedBy=phone`).expect(200)).body;
    expect(whole.total).toBe(4);
    const none = (await seller.get(`/contacts?companyId=${firm}&mayBeContactedBy=sms`).expect(200)).body;
    expect(none).toEqual({ items: [], nextCursor: null, total: 0 });
    await seller.get('/contacts?mayBeContactedBy=fax').expect(400);
  });

  it('is told to nobody who does not see the person', async () => {
    const id = await make('/contacts', aContact({ companyId }));
    const paths = [`/contacts/${id}/permissions`, `/contacts/${id}/permissions/email/service`];
    const technician = await app.signIn(admin, {
      roles: ['technician'],
      email: 'technician@havukka.example',
    });
    for (const path of paths) {
      await app.stranger.get(path).expect(401);
      await technician.get(path).expect(403);
    }
    const support = await app.signIn(admin, { roles: ['support'] });
    for (const path of paths) await support.get(path).expect(404);
    await seller.get(`/contacts/${id}/permissions/fax/service`).expect(400);
    await seller.get(`/contacts/${id}/permissions/email/nothing_we_know`).expect(404);
    await seller.get(`/contacts/nobody/permissions`).expect(404);
    const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    const acting = { 'X-Privacy-Reason': 'pyynto' };
    await officer.put(`/contacts/${id}/restriction`, { reason: 'kiistetty' }).set(acting).expect(200);
    for (const path of paths) await seller.get(path).expect(404);
    const { body } = await officer.get(`/contacts/${id}/permissions/email/service`).set(acting).expect(200);
    expect(body).toMatchObject({ allowed: false, code: 'restricted', law: 'GDPR Art. 18(2)' });
  });
});
