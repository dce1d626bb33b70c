import { aCompany, aContact, createTestApp, eventually, type Caller, type TestApp } from '@seloste/testing';

interface Rule {
  id: string;
  key: string;
  period: string | null;
  version: number;
}

describe('/retention/rules', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let salesperson: Caller;
  const rules = async (): Promise<Rule[]> => (await officer.get('/retention/rules').expect(200)).body.items;
  const ruleOf = async (key: string): Promise<Rule> =>
    (await rules()).find((rule) => rule.key === key) as Rule;
  const change = async (key: string, fields: object) => {
    const { id } = await ruleOf(key);
    return officer.put(`/retention/rules/${id}`, {
      basis: 'legitimate_interest',
      note: 'päätetty',
      ...fields,
    });
  };
  const created = async (to: string, fields: object): Promise<{ id: string }> =>
    (await officer.post(to, fields)).body;
  const clockOf = async (id: string) => (await officer.get(`/contacts/${id}`).expect(200)).body.retention;
  const lately = () => new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer', 'sales_manager'] });
    salesperson = await app.signIn(admin, { roles: ['salesperson'] });
  });
  afterAll(() => app.close());

  it('ship as the choices of the policies: at once, 12 months, 18 months, until opt-out (H7, H8, C6, P8, V12)', async () => {
    const periods = Object.fromEntries((await rules()).map(({ key, period }) => [key, period]));
    expect(periods).toMatchObject({
      withdrawn: 'P0D',
      former_customers: 'P12M',
      prospects: 'P12M',
      visits: 'P18M',
      technical_data: 'P18M',
      marketing_contacts: null,
      customers: null,
      imports: 'P30D',
    });
  });

  it('keep every version, with who decided it and when (GDPR Art. 5(2))', async () => {
    const { id, version } = await ruleOf('former_customers');
    const body = { period: 'P6M', basis: 'legitimate_interest', note: 'Lyhyempi riittää.' };
    const { body: changed } = await officer.put(`/retention/rules/${id}`, body).expect(200);
    expect(changed).toMatchObject({ period: 'P6M', version: version + 1 });
    const { body: shown } = await salesperson.get(`/retention/rules/${id}`).expect(200);
    expect(shown.versions).toMatchObject([
      { version: version + 1, period: 'P6M', note: 'Lyhyempi riittää.', changedBy: { name: 'Samu Myyjä' } },
      { version, period: 'P12M', changedBy: null },
    ]);
    const events = await app.rows<{ fields: string[] }>(
      `SELECT fields FROM audit_events WHERE action = 'retention_rule.update' AND subject_id = $1`,
      [id],
    );
    expect(events).toEqual([{ fields: ['period', 'note'] }]);
    await change('former_customers', { period: 'P12M' });
  });

  it('get no new version from a change that changes nothing, whatever the order', async () => {
    const { id } = await ruleOf('form_senders');
    const terms = { period: 'P12M', basis: 'legitimate_interest', note: 'Vastaaminen.' };
    const put = async (keeps: string[]) =>
      (await officer.put(`/retention/rules/${id}`, { ...terms, keeps }).expect(200)).body;
    const { version } = await put(['contact_details', 'communication']);
    for (const keeps of [
      ['contact_details', 'communication'],
      ['communication', 'contact_details'],
    ])
      expect((await put(keeps)).version).toBe(version);
    expect((await put(['communication'])).version).toBe(version + 1);
    expect((await put([])).version).toBe(version + 2);
  });

  it('move the clocks that run by them, in the background', async () => {
    const company = await created('/companies', aCompany());
    const { id } = await created(
      '/contacts',
      aContact({ companyId: company.id, sources: [{ kind: 'event', what: 'x', when: lately() }] }),
    );
    const before = await clockOf(id);
    await change('prospects', { period: 'P6M' });
    await eventually(async () =>
      expect(await clockOf(id)).toMatchObject({
        startedOn: before.startedOn,
        reason: expect.stringContaining('6 kuukautta'),
      }),
    );
    expect((await clockOf(id)).dueOn < before.dueOn).toBe(true);
    expect(
      await app.rows(`SELECT fields FROM audit_events WHERE action = 'retention_rule.apply'`),
    ).toHaveLength(1);
    await change('prospects', { period: 'P12M' });
    await eventually(async () => expect(await clockOf(id)).toMatchObject({ dueOn: before.dueOn }));
  });

  it('show what a change would erase, and change nothing by it', async () => {
    const company = await created('/companies', aCompany());
    const { id } = await created(
      '/contacts',
      aContact({
        lastName: 'Esikatseltu',
        companyId: company.id,
        sources: [{ kind: 'event', what: 'x', when: lately() }],
      }),
    );
    const rule = await ruleOf('prospects');
    const { body } = await officer
      .post('/retention/rule-previews', { ruleId: rule.id, period: 'P1M' })
      .expect(201);
    expect(body.dueNow).toBeGreaterThan(body.before.dueNow);
    expect(body.sample).toContainEqual(
      expect.objectContaining({ contactId: id, name: expect.stringContaining('Esikatseltu') }),
    );
    expect(await ruleOf('prospects')).toEqual(rule);
    expect((await clockOf(id)).startedOn).toBe(lately());
  });

  it('keep nobody waiting for a preview that takes too long', async () => {
    const rule = await ruleOf('prospects');
    await app.rows('BEGIN');
    await app.rows('SELECT 1 FROM retention_rules WHERE id = $1 FOR UPDATE', [rule.id]);
    const { status, body } = await officer.post('/retention/rule-previews', {
      ruleId: rule.id,
      period: 'P1M',
    });
    await app.rows('ROLLBACK');
    expect([status, body.code]).toEqual([503, 'preview_too_long']);
    expect(await ruleOf('prospects')).toEqual(rule);
  }, 20_000);

  it('count things, too: interactions whose words would go', async () => {
    const { id } = await ruleOf('chat_bodies');
    const { id: contactId } = await created('/contacts', aContact());
    await created('/interactions', {
      type: 'chat',
      direction: 'in',
      subject: 'Hei',
      contactIds: [contactId],
      occurredAt: `${lately()}T10:00:00Z`,
    });
    const { body } = await officer
      .post('/retention/rule-previews', { ruleId: id, period: 'P1M' })
      .expect(201);
    expect(body).toMatchObject({ moved: null, sample: [], before: { dueNow: 0 }, dueNow: 1 });
  });

  it.each([
    ['over the cap of usage data (H7)', 'visits', { period: 'P19M' }, 'over_longest'],
    ['over the cap of former customers (V12)', 'former_customers', { period: 'P4Y' }, 'over_longest'],
    ['without a review for longer than three years', 'form_senders', { period: 'P37M' }, 'over_longest'],
    ['without an end, where there must be one', 'imports', { period: null }, 'required'],
    ['with an end while the relationship lasts', 'customers', { period: 'P5Y' }, 'open_ended'],
    ['of hours', 'prospects', { period: 'PT12H' }, 'period'],
    ['of nothing', 'prospects', { period: 'P' }, 'period'],
    [
      'from a start that the rule does not know',
      'former_customers',
      { period: 'P6M', starts: 'edited' },
      'not_a_start',
    ],
    [
      'with an action that nobody carries out',
      'message_bodies',
      { period: 'P30D', action: 'delete' },
      'not_an_action',
    ],
    [
      'after which somebody is asked, though the person took their word back',
      'withdrawn',
      { period: 'P0D', action: 'review' },
      'not_an_action',
    ],
    ['of the audit, which has a setting of its own', 'audit_reads', { period: 'P12M' }, 'set_elsewhere'],
  ])('refuse a period %s', async (_, key, fields, code) => {
    const before = await ruleOf(key);
    const response = await change(key, fields);
    expect(response.status).toBe(400);
    expect(Object.values(response.body.fields).flat()).toContainEqual(expect.objectContaining({ code }));
    expect(await ruleOf(key)).toEqual(before);
  });

  it('are not overwritten by who has not seen the last change', async () => {
    const { id, version } = await ruleOf('chats');
    const body = { period: 'P12M', basis: 'legitimate_interest', note: 'x' };
    await officer
      .put(`/retention/rules/${id}`, body)
      .set('If-Match', `"${version + 1}"`)
      .expect(412);
    await officer.put(`/retention/rules/00000000-0000-7000-8000-000000000000`, body).expect(404);
  });

  it('cannot be lengthened past the cap, nor rewritten, whoever writes the row', async () => {
    await expect(
      app.rows(`UPDATE retention_rules SET period = 'P19M', version = 9 WHERE key = 'visits'`),
    ).rejects.toMatchObject({
      constraint: 'retention_rules_keep_to_the_longest',
    });
    await expect(
      app.rows(`UPDATE retention_rules SET period = NULL, version = 9 WHERE key = 'mailbox'`),
    ).rejects.toMatchObject({
      constraint: 'retention_rules_end_or_are_reviewed',
    });
  });

  it('follow the setting of the audit', async () => {
    await app.rows(`UPDATE audit_retention SET months = 30, updated_at = now() WHERE class = 'read'`);
    expect(await ruleOf('audit_reads')).toMatchObject({ period: 'P30M', isSetElsewhere: true });
  });
});
