import { randomBytes } from 'node:crypto';
import { aCompany, createTestApp, aContact, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { newId } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { Objections, type NewObjection } from '@seloste/permissions';
import { Client } from 'pg';
import { inTeam, make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('an objection', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  let marketer: Caller;
  let limited: Client;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    marketer = await app.signIn(admin, { roles: ['marketer'] });
    limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
  });
  afterAll(async () => {
    await limited.end();
    await app.close();
  });

  const aPerson = (fields: object = {}) => make(staff, '/contacts', aContact(fields));
  const lastAct = async () =>
    (
      await app.rows(
        'SELECT action, subject_type, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1',
      )
    )[0];
  const suppressions = (emailOrPhone: string) =>
    app.rows<{ kind: string; channel: string; purpose: string; reason: string }>(
      `SELECT DISTINCT s.kind, s.channel, s.purpose, s.reason FROM suppressions s
       JOIN contact_points p ON p.digest = s.digest WHERE p.value = $1 ORDER BY 1, 2, 3`,
      [emailOrPhone],
    );
  /** As a page of the person's own does it. */
  const inTransaction = <T>(work: Parameters<Database['transaction']>[0]) =>
    app.app.get(Database).transaction(work) as Promise<T>;
  const bySelf = { actor: { kind: 'system' as const, name: 'person' }, requestId: '' };
  const record = (objection: NewObjection) =>
    inTransaction<{ id: string; isNew: boolean }>((tx) =>
      app.app.get(Objections).record(tx, bySelf, objection),
    );
  const linkOf = async (contactId: string): Promise<string> => {
    const id = newId();
    await app.rows(
      `INSERT INTO contact_links (id, token_hash, contact_id, kind, language, address_digest, issued_at)
       VALUES ($1, $3, $2, 'preferences', 'fi', (SELECT digest FROM contact_points WHERE contact_id = $2 AND kind = 'email' LIMIT 1), now())`,
      [id, contactId, randomBytes(32)],
    );
    return id;
  };

  it('H12: is recorded at once by whoever hears it, with how and when, and is on record', async () => {
    const id = await aPerson({ emails: ['kielto@havukka.example'] });
    const said = { channel: 'email', purpose: 'newsletter', note: 'soitti', receivedVia: 'phone' };
    const { body } = await marketer
      .post(`/contacts/${id}/objections`, { ...said, receivedAt: '2026-01-02T10:00:00Z' })
      .expect(201);
    expect(body).toMatchObject({
      ...said,
      objectedAt: '2026-01-02T10:00:00.000Z',
      inForce: true,
      withdrawal: null,
      recordedBy: { name: expect.any(String) },
    });
    expect(await lastAct()).toEqual({
      action: 'objection.record',
      subject_type: 'contact',
      subject_id: id,
      fields: ['channel', 'purpose', 'receivedVia'],
    });
    expect((await read(staff, `/contacts/${id}/objections`)).items).toEqual([body]);
    expect(await lastAct()).toMatchObject({ action: 'objection.list', subject_id: id });
  });

  it('said twice is said once, also at the same moment', async () => {
    const id = await aPerson();
    const said = { channel: 'all', purpose: 'all' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => staff.post(`/contacts/${id}/objections`, said).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await read(staff, `/contacts/${id}/objections`)).items).toHaveLength(1);
    const acts = await app.rows(
      `SELECT 1 FROM audit_events WHERE action = 'objection.record' AND subject_id = $1`,
      [id],
    );
    expect(acts).toHaveLength(1);
  });

  it.each([
    ['email', 'newsletter', [['email', 'email', 'newsletter']], []],
    ['sms', 'all', [], [['phone', 'sms', 'all']]],
    ['all', 'profiling_sales', [['email', 'all', 'profiling_sales']], [['phone', 'all', 'profiling_sales']]],
  ])('to %s and %s suppresses the addresses that it reaches', async (channel, purpose, ofEmail, ofPhone) => {
    const email = `${channel}.${purpose}@havukka.example`;
    const phone = `+35840${channel.length}${purpose.length}000`.padEnd(13, '0');
    const id = await aPerson({ emails: [email], phones: [phone] });
    await staff.post(`/contacts/${id}/objections`, { channel, purpose }).expect(201);
    const rows = async (value: string) =>
      (await suppressions(value)).map(({ kind, channel: c, purpose: p }) => [kind, c, p]);
    expect(await rows(email)).toEqual(ofEmail);
    expect(await rows(phone)).toEqual(ofPhone);
  });

  it('C8: nobody lifts a person’s: there is no route, and the database refuses whoever tries', async () => {
    const [id, other] = [await aPerson(), await aPerson()];
    const { body } = await staff
      .post(`/contacts/${id}/objections`, { channel: 'all', purpose: 'all' })
      .expect(201);
    for (const caller of [admin, officer, staff]) {
      await caller.delete(`/contacts/${id}/objections/${body.id}`).expect(404);
      const path = `/contacts/${id}/objections/${body.id}/withdrawal`;
      await caller.post(path, { toldBy: 'minä' }).expect(404);
      expect(
        (await caller.post(`/companies/${id}/objections/${body.id}/withdrawal`, { toldBy: 'x' })).status,
      ).not.toBe(201);
    }
    for (const sql of ['UPDATE objections SET channel = $$email$$', 'DELETE FROM objections'])
      await expect(limited.query(sql)).rejects.toMatchObject({ code: '42501' });
    const [{ id: userId } = { id: '' }] = await app.rows<{ id: string }>('SELECT id FROM users LIMIT 1');
    const withdrawals: [string | null, string | null, string | null, string | null][] = [
      [null, null, 'pääkäyttäjä', userId],
      [id, null, 'pääkäyttäjä', userId],
      [id, await linkOf(other), null, null],
      [other, await linkOf(other), null, null],
      [id, nowhere, null, null],
    ];
    for (const [contactId, linkId, toldBy, recordedBy] of withdrawals)
      await expect(
        limited.query(
          `INSERT INTO objection_withdrawals (objection_id, contact_id, withdrawn_at, link_id, told_by, recorded_by)
           VALUES ($1, $2, now(), $3, $4, $5)`,
          [body.id, contactId, linkId, toldBy, recordedBy],
        ),
      ).rejects.toMatchObject({ code: '23514' });
    expect((await read(staff, `/contacts/${id}/objections`)).items[0]).toMatchObject({ inForce: true });
  });

  it('is taken back by the person alone, by a link of theirs; their address is free again, also after a complaint', async () => {
    const companyId = await make(staff, '/companies', aCompany());
    const id = await aPerson({ companyId, title: 'Ostaja', emails: ['takaisin@havukka.example'] });
    await app.rows(
      `INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
       SELECT gen_random_uuid(), kind, digest, 'email', 'direct_marketing', 'erasure', now() FROM contact_points WHERE contact_id = $1`,
      [id],
    );
    const link = await linkOf(id);
    const said = { contactId: id, channel: 'email' as const, linkId: link };
    const first = await record({ ...said, purpose: 'newsletter', receivedVia: 'one_click' });
    const second = await record({ ...said, purpose: 'survey', receivedVia: 'complaint' });
    expect(await record({ ...said, purpose: 'newsletter', receivedVia: 'one_click' })).toEqual({
      ...first,
      isNew: false,
    });
    const survey = () => read(staff, `/contacts/${id}/permissions/email/survey`);
    expect(await survey()).toMatchObject({ allowed: false, code: 'objected' });
    const withdraw = () =>
      inTransaction((tx) =>
        app.app
          .get(Objections)
          .withdraw(tx, { contactId: id, objectionIds: [first.id, second.id, nowhere], linkId: link }),
      );
    expect(new Set((await withdraw()) as string[])).toEqual(new Set([first.id, second.id]));
    expect(await withdraw()).toEqual([]);
    expect(await suppressions('takaisin@havukka.example')).toEqual([
      { kind: 'email', channel: 'email', purpose: 'direct_marketing', reason: 'erasure' },
    ]);
    // They see "allowed" on their page, and nobody else could free the address: it must be so.
    expect(await survey()).toMatchObject({ allowed: true, code: 'job_role' });
    const { items } = await read(staff, `/contacts/${id}/objections`);
    expect(items).toEqual([
      expect.objectContaining({
        inForce: false,
        withdrawal: expect.objectContaining({ toldBy: null, recordedBy: null }),
      }),
      expect.objectContaining({ inForce: false }),
    ]);
    const again = await record({ ...said, purpose: 'newsletter', receivedVia: 'one_click' });
    expect(again.isNew).toBe(true);
  });

  it.each([
    ['one_click', 'yhteinen'],
    ['complaint', 'molempien'],
  ] as const)('of somebody else with the same address keeps it suppressed: %s', async (receivedVia, box) => {
    const emails = [`${box}@gmail.com`];
    const other = await aPerson({ emails: [`${box[0]}.${box.slice(1)}+crm@gmail.com`] });
    const id = await aPerson({ emails });
    const link = await linkOf(id);
    const said = { channel: 'email', purpose: 'all', receivedVia } as const;
    const mine = await record({ ...said, contactId: id, linkId: link });
    await record({ ...said, contactId: other });
    await inTransaction((tx) =>
      app.app.get(Objections).withdraw(tx, { contactId: id, objectionIds: [mine.id], linkId: link }),
    );
    expect(await suppressions(`${box}@gmail.com`)).toHaveLength(1);
    expect(await read(staff, `/contacts/${id}/permissions/email/newsletter`)).toMatchObject({
      code: 'suppressed',
    });
  });

  it('of a restricted person counts as well, and of one who was erased; nothing opts those in again', async () => {
    const emails = ['rajoitettu@havukka.example'];
    const id = await aPerson({ emails });
    await officer.put(`/contacts/${id}/restriction`, { reason: 'kiistää' }).expect(200);
    await staff.post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'all' }).expect(404);
    const first = await record({ contactId: id, channel: 'email', purpose: 'all', receivedVia: 'one_click' });
    expect(
      await record({ contactId: id, channel: 'email', purpose: 'all', receivedVia: 'one_click' }),
    ).toEqual({
      id: first.id,
      isNew: false,
    });
    expect(await suppressions(emails[0] ?? '')).toHaveLength(1);
    const reason = { 'X-Privacy-Reason': encodeURIComponent('henkilö soitti') };
    await officer
      .post(`/contacts/${id}/objections`, { channel: 'phone', purpose: 'all' })
      .set(reason)
      .expect(201);
    expect((await officer.get(`/contacts/${id}/objections`).set(reason).expect(200)).body.items).toHaveLength(
      2,
    );

    const gone = await aPerson({ emails: ['lahtenyt@kvarnen.example'] });
    const link = await linkOf(gone);
    const said = { contactId: gone, channel: 'all', purpose: 'all', receivedVia: 'one_click' } as const;
    const { id: objectionId } = await record(said);
    await app.rows('UPDATE contacts SET erased_at = now() WHERE id = $1', [gone]);
    expect((await record({ ...said, channel: 'email' })).isNew).toBe(true);
    await expect(
      inTransaction((tx) =>
        app.app.get(Objections).withdraw(tx, { contactId: gone, objectionIds: [objectionId], linkId: link }),
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'erased_people_stay_out' } });
  });

  it('P9: of a company is recorded by staff, and taken back only by a privacy officer who says who told so', async () => {
    const id = await make(staff, '/companies', aCompany());
    const path = `/companies/${id}/objections`;
    const { body } = await staff
      .post(path, { channel: 'all', purpose: 'all', receivedVia: 'letter' })
      .expect(201);
    expect(await lastAct()).toMatchObject({
      action: 'objection.record',
      subject_type: 'company',
      subject_id: id,
    });
    await staff.post(`${path}/${body.id}/withdrawal`, { toldBy: 'TJ' }).expect(403);
    await officer.post(`${path}/${body.id}/withdrawal`, {}).expect(400);
    await officer.post(`${path}/${nowhere}/withdrawal`, { toldBy: 'TJ' }).expect(404);
    const { body: withdrawn } = await officer
      .post(`${path}/${body.id}/withdrawal`, { toldBy: 'Toimitusjohtaja' })
      .expect(201);
    expect(withdrawn).toMatchObject({
      id: body.id,
      inForce: false,
      withdrawal: { toldBy: 'Toimitusjohtaja' },
    });
    expect(await lastAct()).toMatchObject({ action: 'objection.withdraw', subject_id: id });
    expect(
      (await officer.post(`${path}/${body.id}/withdrawal`, { toldBy: 'Toinen' }).expect(201)).body,
    ).toEqual(withdrawn);
    expect((await read(officer, path)).items).toEqual([withdrawn]);
  });

  it('V4: to service is refused, unless service rests on the company’s own interest', async () => {
    const id = await aPerson();
    const { body } = await staff
      .post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'service' })
      .expect(409);
    expect(body).toMatchObject({ code: 'purpose_not_objectable' });
    await app.rows(
      `INSERT INTO purposes (key, class, built_in, name_fi, name_sv, name_en, basis, balancing_note, review_on, switched_on, created_at, updated_at)
       VALUES ('advice', 'service', false, 'Neuvonta', 'Rådgivning', 'Advice', 'legitimate_interest', 'Punnittu.', '2027-01-01', true, now(), now())`,
    );
    await staff.post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'advice' }).expect(201);
  });

  it.each([
    [{ channel: 'fax', purpose: 'all' }, 'channel'],
    [{ channel: 'email', purpose: 'unheard_of' }, 'purpose'],
    [{ channel: 'email' }, 'purpose'],
    [{ channel: 'email', purpose: 'all', receivedVia: 'one_click' }, 'receivedVia'],
    [{ channel: 'email', purpose: 'all', receivedAt: '2190-01-01T00:00:00Z' }, 'receivedAt'],
    [{ channel: 'email', purpose: 'all', recordedBy: nowhere }, 'recordedBy'],
  ])('%j is refused, and changes nothing', async (input, field) => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/objections`, input).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field })]);
    expect((await read(staff, `/contacts/${id}/objections`)).items).toEqual([]);
  });

  it('is nobody’s business who may not see the person, and details are for who sees privacy', async () => {
    const id = await aPerson({ ownerId: null });
    const said = { channel: 'all', purpose: 'all' };
    await app.stranger.post(`/contacts/${id}/objections`, said).expect(401);
    const auditor = await app.signIn(admin, { roles: ['auditor'] });
    await auditor.post(`/contacts/${id}/objections`, said).expect(403);
    await staff.post(`/contacts/${nowhere}/objections`, said).expect(404);
    await staff.get(`/contacts/${nowhere}/objections`).expect(404);
    const support = await app.signIn(admin, { roles: ['support'] });
    await support.post(`/contacts/${id}/objections`, said).expect(404);
    await support.get(`/contacts/${id}/objections`).expect(403);
    const south = await inTeam(app, admin, 'South', ['salesperson']);
    const elsewhere = await aPerson();
    await south.get(`/contacts/${elsewhere}/objections`).expect(404);
    await south.post(`/contacts/${elsewhere}/objections`, said).expect(404);
    await south.post(`/contacts/${id}/objections`, said).expect(201);
  });
});
