import { randomBytes } from 'node:crypto';
import { newId } from '@seloste/kernel';
import { Consents } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { aContact, createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { inTeam, make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
const yes = {
  channel: 'email',
  purpose: 'newsletter',
  wording: 'Haluan uutiskirjeen sähköpostiini.',
  language: 'fi',
  obtainedVia: 'event',
};
const sale = {
  reference: 'T-1024',
  product: 'Huoltosopimus',
  soldOn: '2026-01-15',
  optOutOfferedOn: '2026-01-15',
};

describe('a consent', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  let support: Caller;
  let limited: Client;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    support = await app.signIn(admin, { roles: ['support'] });
    limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
  });
  afterAll(async () => {
    await limited.end();
    await app.close();
  });

  const aPerson = (fields: object = {}) => make(staff, '/contacts', aContact(fields));
  const consentsOf = async (id: string) => (await read(staff, `/contacts/${id}/consents`)).items;
  const actsOn = async (id: string) =>
    (
      await app.rows<{ action: string }>(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action ~ '^(consent|sale_reference)' AND class = 'decision' ORDER BY id`,
        [id],
      )
    ).map(({ action }) => action);
  const inTransaction = <T>(work: (tx: Parameters<Consents['record']>[0]) => Promise<T>) =>
    app.app.get(Database).transaction(work);
  const bySelf = { actor: { kind: 'system' as const, name: 'person' }, requestId: '' };
  const linkOf = async (contactId: string): Promise<string> => {
    const id = newId();
    await app.rows(
      `INSERT INTO contact_links (id, token_hash, contact_id, kind, language, issued_at) VALUES ($1, $2, $3, 'confirmation', 'fi', now())`,
      [id, randomBytes(32), contactId],
    );
    return id;
  };

  it('P1: is on record with its wording’s version and language, its channel, how, when and by whom', async () => {
    const id = await aPerson();
    const { body } = await staff
      .post(`/contacts/${id}/consents`, {
        ...yes,
        obtainedAt: '2026-01-02T10:00:00Z',
        note: 'Messut, osasto 3',
      })
      .expect(201);
    expect(body).toMatchObject({
      channel: 'email',
      purpose: 'newsletter',
      wording: { version: 1, language: 'fi', text: yes.wording },
      obtainedAt: '2026-01-02T10:00:00.000Z',
      obtainedVia: 'event',
      note: 'Messut, osasto 3',
      needsConfirmation: false,
      recordedBy: { name: expect.any(String) },
      withdrawal: null,
      inForce: true,
    });
    expect(await consentsOf(id)).toEqual([body]);
    expect(await actsOn(id)).toEqual(['consent.record']);
  });

  it('V2: a text that was used before is that version, by itself or by its id; a changed one is the next', async () => {
    const id = await aPerson();
    const text = { ...yes, purpose: 'survey', language: 'sv', wording: 'Ja tack till enkäter.' };
    const wordingOf = async (input: object) =>
      (await staff.post(`/contacts/${id}/consents`, input).expect(201)).body.wording;
    const first = await wordingOf(text);
    expect(await wordingOf(text)).toEqual(first);
    expect(await wordingOf({ ...text, wording: first.id.toUpperCase() })).toEqual(first);
    const second = await wordingOf({ ...text, wording: 'Ja tack till enkäter, högst två om året.' });
    expect(second).toMatchObject({ version: 2, language: 'sv' });
    const { items } = await read(support, '/consent-wordings?purpose=survey&language=sv');
    expect(items).toEqual([second, first]);
    expect((await read(support, '/consent-wordings?purpose=survey&language=fi')).items).toEqual([]);
    const refused = { ...text, language: 'fi', wording: first.id };
    expect((await staff.post(`/contacts/${id}/consents`, refused).expect(400)).body.fields).toEqual([
      expect.objectContaining({ field: 'wording', code: 'not_found' }),
    ]);
  });

  it('of six who say the same new text at once has one version', async () => {
    const id = await aPerson();
    const text = { ...yes, purpose: 'direct_marketing', wording: 'Saa soittaa.', channel: 'phone' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => staff.post(`/contacts/${id}/consents`, text).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => body.wording.id)).size).toBe(1);
  });

  it('is withdrawn at once by whoever hears it, stays on record, and twice is once', async () => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/consents`, yes).expect(201);
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    const withdraw = () =>
      marketer.delete(`/contacts/${id}/consents/${body.id}`).send({ receivedVia: 'phone', note: 'soitti' });
    const { body: withdrawn } = await withdraw().expect(200);
    expect(withdrawn).toMatchObject({
      id: body.id,
      inForce: false,
      withdrawal: { receivedVia: 'phone', note: 'soitti', recordedBy: { name: expect.any(String) } },
    });
    expect((await withdraw().expect(200)).body).toEqual(withdrawn);
    expect(await consentsOf(id)).toEqual([withdrawn]);
    expect(await actsOn(id)).toEqual(['consent.record', 'consent.withdraw']);
    await staff.delete(`/contacts/${id}/consents/${nowhere}`).send({}).expect(404);
    await staff
      .delete(`/contacts/${await aPerson()}/consents/${body.id}`)
      .send({})
      .expect(404);
  });

  it('is not ended by somebody else’s link', async () => {
    const [id, other] = [await aPerson(), await aPerson()];
    const { body } = await staff.post(`/contacts/${id}/consents`, yes).expect(201);
    const end = { contactId: other, consentIds: [body.id as string], receivedVia: 'one_click' } as const;
    await inTransaction((tx) => app.app.get(Consents).withdraw(tx, bySelf, end));
    expect((await consentsOf(id))[0]).toMatchObject({ inForce: true, withdrawal: null });
  });

  it('is never changed or removed by the application', async () => {
    await staff.post(`/contacts/${await aPerson()}/consents`, yes).expect(201);
    for (const table of [
      'consents',
      'consent_wordings',
      'consent_confirmations',
      'consent_withdrawals',
      'sale_references',
    ]) {
      await expect(limited.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(limited.query(`UPDATE ${table} SET recorded_at = now()`)).rejects.toMatchObject({
        code: expect.stringMatching(/42501|42703/),
      });
    }
  });

  it('C8: of somebody who was erased is refused, by the API and by the database', async () => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/consents`, yes).expect(201);
    await app.rows('UPDATE contacts SET erased_at = now() WHERE id = $1', [id]);
    expect((await staff.post(`/contacts/${id}/consents`, yes).expect(409)).body).toMatchObject({
      code: 'erased',
    });
    expect((await staff.post(`/contacts/${id}/sale-references`, sale).expect(409)).body).toMatchObject({
      code: 'erased',
    });
    const link = await linkOf(id);
    const columns =
      'contact_id, channel, purpose, wording_id, language, obtained_at, obtained_via, needs_confirmation, recorded_at';
    for (const [sql, parameters] of [
      [
        `INSERT INTO consents (id, ${columns}) SELECT gen_random_uuid(), ${columns} FROM consents WHERE id = $1`,
        [body.id],
      ],
      [
        'INSERT INTO consent_confirmations (consent_id, contact_id, confirmed_at, link_id) VALUES ($1, $2, now(), $3)',
        [body.id, id, link],
      ],
      [
        `INSERT INTO sale_references (id, contact_id, reference, product, sold_on, opt_out_offered_on, recorded_at)
         VALUES (gen_random_uuid(), $1, 'x', 'x', now(), now(), now())`,
        [id],
      ],
    ] as const)
      await expect(limited.query(sql, [...parameters])).rejects.toMatchObject({
        constraint: 'erased_people_stay_out',
      });
    await staff.delete(`/contacts/${id}/consents/${body.id}`).send({}).expect(200);
  });

  it('of a restricted person can still be withdrawn by them, and is nobody else’s to see', async () => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/consents`, yes).expect(201);
    await officer.put(`/contacts/${id}/restriction`, { reason: 'kiistää' }).expect(200);
    await staff.get(`/contacts/${id}/consents`).expect(404);
    await staff.post(`/contacts/${id}/consents`, yes).expect(404);
    await staff.post(`/contacts/${id}/sale-references`, sale).expect(404);
    await staff.get(`/contacts/${id}/sale-references`).expect(404);
    const end = { contactId: id, consentIds: [body.id], receivedVia: 'preference_page' } as const;
    await inTransaction((tx) => app.app.get(Consents).withdraw(tx, bySelf, end));
    await officer
      .delete(`/contacts/${id}/restriction`)
      .send({ reason: 'klart', informed: { via: 'phone', on: '2026-01-01' } })
      .expect(200);
    expect((await consentsOf(id))[0]).toMatchObject({
      inForce: false,
      withdrawal: { receivedVia: 'preference_page' },
    });
  });

  it('may be stood in for by a sale, with its reference and when the buyer could say no', async () => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/sale-references`, sale).expect(201);
    expect(body).toMatchObject({ ...sale, recordedBy: { name: expect.any(String) } });
    expect((await read(officer, `/contacts/${id}/sale-references`)).items).toEqual([body]);
    expect(await actsOn(id)).toEqual(['sale_reference.record']);
    for (const missing of Object.keys(sale))
      await staff.post(`/contacts/${id}/sale-references`, { ...sale, [missing]: undefined }).expect(400);
  });

  it('is stood in for by no sale after which the buyer could first say no, in the database neither', async () => {
    const id = await aPerson();
    const late = { ...sale, soldOn: '2026-01-15', optOutOfferedOn: '2026-01-16' };
    const { body } = await staff.post(`/contacts/${id}/sale-references`, late).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field: 'optOutOfferedOn', code: 'after_sale' })]);
    expect((await read(staff, `/contacts/${id}/sale-references`)).items).toEqual([]);
    expect(await actsOn(id)).toEqual([]);
    const insert = `INSERT INTO sale_references (id, contact_id, reference, product, sold_on, opt_out_offered_on, recorded_at)
      VALUES (gen_random_uuid(), $1, 'x', 'x', '2026-01-15', $2, now())`;
    await expect(limited.query(insert, [id, '2026-01-16'])).rejects.toMatchObject({
      constraint: 'sale_references_opt_out_offered_with_sale',
    });
    const earlier = { ...late, optOutOfferedOn: '2026-01-14' };
    await staff.post(`/contacts/${id}/sale-references`, earlier).expect(201);
  });

  it.each([
    [{ obtainedVia: undefined }, 'obtainedVia'],
    [{ obtainedVia: 'import' }, 'obtainedVia'],
    [{ wording: '' }, 'wording'],
    [{ language: 'de' }, 'language'],
    [{ channel: 'fax' }, 'channel'],
    [{ purpose: 'unheard_of' }, 'purpose'],
    [{ purpose: 'all' }, 'purpose'],
    [{ obtainedAt: '2190-01-01T00:00:00Z' }, 'obtainedAt'],
  ])('with %j is refused, and changes nothing', async (wrong, field) => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/consents`, { ...yes, ...wrong }).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field })]);
    expect(await consentsOf(id)).toEqual([]);
  });

  it('is recorded by who may, of people whom they see', async () => {
    const id = await aPerson();
    await app.stranger.post(`/contacts/${id}/consents`, yes).expect(401);
    await support.post(`/contacts/${id}/consents`, yes).expect(403);
    await staff.post(`/contacts/${nowhere}/consents`, yes).expect(404);
    await staff.get(`/contacts/${nowhere}/sale-references`).expect(404);
    await support.get(`/contacts/${id}/consents`).expect(403);
    const south = await inTeam(app, admin, 'South', ['salesperson']);
    for (const path of ['consents', 'sale-references']) {
      await south.get(`/contacts/${id}/${path}`).expect(404);
      await south.post(`/contacts/${id}/${path}`, path === 'consents' ? yes : sale).expect(404);
    }
    const { body } = await staff.post(`/contacts/${id}/consents`, yes).expect(201);
    await south.delete(`/contacts/${id}/consents/${body.id}`).send({}).expect(404);
  });
});
