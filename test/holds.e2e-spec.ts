import { addMonths, calendarDay } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { Holds } from '@seloste/retention';
import { aCompany, aContact, createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { acting } from './support/restricted-person.js';
import { inTeam, make, read } from './support/two-teams.js';

const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('a hold (H18, V14, P8)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  let seller: Caller;
  let at = new Date();
  const today = () => calendarDay(at, 'Europe/Helsinki');
  const year = Number(today().slice(0, 4));
  const voucher = {
    ...{ ground: 'accounting_voucher', reason: 'Myyntilasku', document: 'Lasku 2026-117' },
    financialYearEndedOn: `${year - 1}-04-30`,
  };

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    seller = await app.signIn(admin);
  });
  afterAll(() => app.close());

  const aPerson = (fields: object = {}) => make(staff, '/contacts', aContact(fields));
  const aDispute = (fields: object = {}) => ({
    ...{ ground: 'dispute', reason: 'Reklamaatio', reviewOn: addMonths(today(), 6) },
    ...fields,
  });
  const held = (contactId: string) =>
    app.app.get(Database).transaction((tx) => app.app.get(Holds).holdsOf(tx, contactId));
  const isHeld = (contactId: string) =>
    app.app.get(Database).transaction((tx) => app.app.get(Holds).isHeld(tx, contactId));
  const acts = async (id: string) =>
    (
      await app.rows<{ action: string; fields: string[] }>(
        `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND action LIKE 'hold.%' ORDER BY id`,
        [id],
      )
    ).map(({ action, fields }) => ({ action, fields: [...(fields ?? [])].sort() }));

  it('keeps an accounting document to the law’s day and nothing that the law does not need, with who, when and why', async () => {
    const id = await aPerson();
    const { body } = await staff.post(`/contacts/${id}/holds`, voucher).expect(201);
    expect(body).toMatchObject({
      ...{ contact: { id }, company: null, ground: 'accounting_voucher', document: 'Lasku 2026-117' },
      ...{ reason: 'Myyntilasku', financialYearEndedOn: `${year - 1}-04-30`, until: `${year + 5}-12-31` },
      ...{ reviewOn: null, due: false, status: 'in_force', release: null, reviews: [] },
      categories: ['identity', 'company_details', 'billing'],
      placedBy: { name: 'Samu Myyjä' },
    });
    expect(new Date(body.placedAt).getTime()).toBe(at.getTime());
    expect((await read(staff, `/contacts/${id}/holds`)).items).toEqual([body]);
    expect(await held(id)).toEqual([
      {
        ...{ id: body.id, ground: 'accounting_voucher', until: `${year + 5}-12-31`, reviewOn: null },
        categories: ['identity', 'company_details', 'billing'],
      },
    ]);
    expect(await acts(id)).toEqual([
      {
        action: 'hold.place',
        fields: ['categories', 'document', 'financialYearEndedOn', 'ground', 'reason', 'until'],
      },
      { action: 'hold.list', fields: [] },
    ]);
  });

  it('on a company is one on everybody who works there, or worked there when it was placed, and on nobody else', async () => {
    const companyId = await make(staff, '/companies', aCompany());
    const elsewhere = await make(staff, '/companies', aCompany());
    const [stays, leaves, leftBefore, stranger] = await Promise.all([
      aPerson({ companyId }),
      aPerson({ companyId }),
      aPerson({ companyId: elsewhere }),
      aPerson(),
    ]);
    await app.rows(
      `INSERT INTO employments (id, contact_id, company_id, ended_on) VALUES (gen_random_uuid(), $1, $2, '2020-01-31')`,
      [leftBefore, companyId],
    );
    const { body } = await staff.post(`/companies/${companyId}/holds`, aDispute()).expect(201);
    expect(body).toMatchObject({ contact: null, company: { id: companyId } });
    await staff.patch(`/contacts/${leaves}`, { companyId: elsewhere }).expect(200);
    expect(await Promise.all([stays, leaves, leftBefore, stranger].map(isHeld))).toEqual([
      ...[true, true, false, false],
    ]);
    expect((await held(leaves)).map(({ id }) => id)).toEqual([body.id]);
    for (const id of [stays, leaves])
      expect((await read(staff, `/contacts/${id}/holds`)).items).toMatchObject([{ id: body.id }]);
    expect((await read(staff, `/contacts/${leftBefore}/holds`)).items).toEqual([]);
    expect((await read(staff, `/companies/${companyId}/holds`)).items).toMatchObject([{ id: body.id }]);
    expect(await acts(companyId)).toMatchObject([{ action: 'hold.place' }, { action: 'hold.list' }]);
  });

  it('ends by itself when its last day is over, and on no sooner day', async () => {
    const id = await aPerson();
    const { body } = await staff
      .post(`/contacts/${id}/holds`, {
        ground: 'open_invoice',
        reason: 'Lasku auki',
        until: addMonths(today(), 2),
      })
      .expect(201);
    const now = at;
    const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
    try {
      at = noonOf(addMonths(today(), 2));
      expect(await isHeld(id)).toBe(true);
      at = new Date(at.getTime() + 24 * 60 * 60 * 1000);
      expect(await isHeld(id)).toBe(false);
      const [row] = await app.rows('SELECT released_at FROM holds WHERE id = $1', [body.id]);
      expect(row).toEqual({ released_at: null });
    } finally {
      at = now;
    }
  });

  it('is released once, by somebody who says why, and stays on record', async () => {
    const id = await aPerson();
    const { body: hold } = await staff.post(`/contacts/${id}/holds`, aDispute()).expect(201);
    await staff.post(`/holds/${hold.id}/release`, {}).expect(400);
    const { body } = await officer.post(`/holds/${hold.id}/release`, { reason: 'Sovittu' }).expect(201);
    expect(body).toMatchObject({ id: hold.id, status: 'released', release: { reason: 'Sovittu' } });
    expect(await isHeld(id)).toBe(false);
    const again = await staff.post(`/holds/${hold.id}/release`, { reason: 'x' }).expect(409);
    expect(again.body.code).toBe('hold_over');
    await staff.post(`/holds/${hold.id}/reviews`, { note: 'x', reviewOn: addMonths(today(), 1) }).expect(409);
    expect((await read(staff, `/contacts/${id}/holds`)).items).toMatchObject([{ status: 'released' }]);
    expect(await acts(id)).toMatchObject([
      { action: 'hold.place' },
      { action: 'hold.release', fields: ['reason'] },
      { action: 'hold.list' },
    ]);
  });

  it('is listed when its review is due, until somebody says that it is still needed and when it is looked at next', async () => {
    const id = await aPerson();
    const { body: hold } = await staff.post(`/contacts/${id}/holds`, aDispute()).expect(201);
    const due = async (query = '') =>
      (await read(officer, `/holds?due=true${query}`)).items.map((item: { id: string }) => item.id);
    expect(await due()).not.toContain(hold.id);
    expect(
      (await read(officer, '/holds?due=false&limit=200')).items.map((h: { id: string }) => h.id),
    ).toContain(hold.id);
    await app.rows(`UPDATE holds SET placed_on = placed_on - 300, review_on = $2::date WHERE id = $1`, [
      hold.id,
      today(),
    ]);
    expect(await due()).toContain(hold.id);
    expect((await read(staff, '/today')).reminders.dueHolds).toBe(1);
    expect((await read(seller, '/today')).reminders.dueHolds).toBeNull();
    expect(await due('&ground=dispute')).toContain(hold.id);
    expect(await due('&ground=open_deal')).not.toContain(hold.id);
    expect(await isHeld(id)).toBe(true);
    const reviewOn = addMonths(today(), 12);
    await staff
      .post(`/holds/${hold.id}/reviews`, { note: 'Kesken', reviewOn: addMonths(today(), 13) })
      .expect(400);
    const { body } = await staff.post(`/holds/${hold.id}/reviews`, { note: 'Kesken', reviewOn }).expect(201);
    expect(body).toMatchObject({
      reviewOn,
      due: false,
      status: 'in_force',
      reviews: [{ note: 'Kesken', reviewOn }],
    });
    expect(await due()).not.toContain(hold.id);
    expect((await read(officer, '/today')).reminders.dueHolds).toBe(0);
    expect((await acts(id)).at(-1)).toEqual({ action: 'hold.review', fields: ['note', 'reviewOn'] });
  });

  it('is listed page by page, the next day first', async () => {
    const all = (await read(officer, '/holds?limit=200')).items;
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await read(officer, `/holds?limit=2${cursor}`);
      paged.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all.map(({ id }: { id: string }) => id));
    const days = all.map((h: { reviewOn?: string; until?: string }) =>
      [h.reviewOn, h.until].filter(Boolean).sort().at(0),
    );
    expect(days).toEqual([...days].sort());
  });

  it.each<[string, object]>([
    ['until', { ...voucher, until: `${year + 5}-12-30` }],
    ['document', { ...voucher, document: '' }],
    ['financialYearEndedOn', { ground: 'accounting_book', reason: 'x', document: 'Pääkirja' }],
    ['until', { ground: 'dispute', reason: 'x' }],
    ['reviewOn', { ground: 'dispute', reason: 'x', reviewOn: '2100-01-01' }],
    ['categories.0', { ...voucher, categories: ['credentials'] }],
    ['ground', { ...voucher, ground: 'because' }],
    ['reason', { ...voucher, reason: ' ' }],
  ])('is refused and changes nothing where the law or good order says no: %s', async (field, body) => {
    const id = await aPerson();
    const answer = await staff.post(`/contacts/${id}/holds`, body).expect(400);
    expect(
      answer.body.fields.map((f: { field: string }) => f.field.replace(/^categories$/, 'categories.0')),
    ).toContain(field);
    expect(await isHeld(id)).toBe(false);
  });

  it('is not placed on who was erased already', async () => {
    const id = await aPerson();
    await app.rows('UPDATE contacts SET erased_at = now() WHERE id = $1', [id]);
    const { body } = await staff.post(`/contacts/${id}/holds`, voucher).expect(409);
    expect(body.code).toBe('erased');
    expect(await app.rows('SELECT 1 FROM holds WHERE contact_id = $1', [id])).toEqual([]);
  });

  it('is placed by those who manage holds alone, and seen by who sees the person', async () => {
    const id = await aPerson();
    const path = `/contacts/${id}/holds`;
    await app.stranger.post(path, voucher).expect(401);
    await app.stranger.get('/holds').expect(401);
    await seller.post(path, voucher).expect(403);
    await seller.get('/holds').expect(403);
    await staff.post(`/contacts/${nowhere}/holds`, voucher).expect(404);
    await staff.post(`/companies/${nowhere}/holds`, voucher).expect(404);
    await staff.post(`/holds/${nowhere}/release`, { reason: 'x' }).expect(404);
    const other = await inTeam(app, admin, 'Länsi', ['salesperson']);
    const owner = await inTeam(app, admin, 'Itä', ['salesperson']);
    const theirs = await make(owner, '/contacts', aContact());
    await staff.post(`/contacts/${theirs}/holds`, voucher).expect(201);
    expect((await read(owner, `/contacts/${theirs}/holds`)).items).toHaveLength(1);
    await other.get(`/contacts/${theirs}/holds`).expect(404);
  });

  it('on a restricted person is seen, placed and released by a privacy officer who says why alone, and counts all the same', async () => {
    const id = await aPerson();
    const { body: hold } = await staff.post(`/contacts/${id}/holds`, aDispute()).expect(201);
    await officer.put(`/contacts/${id}/restriction`, { reason: 'Pyyntö' }).expect(200);
    await staff.get(`/contacts/${id}/holds`).expect(404);
    await staff.post(`/holds/${hold.id}/release`, { reason: 'x' }).expect(404);
    const listed = async (headers: Record<string, string>) =>
      (await officer.get('/holds?limit=200').set(headers).expect(200)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await listed({})).not.toContain(hold.id);
    expect(await listed(acting)).toContain(hold.id);
    expect(await isHeld(id)).toBe(true);
    await officer.post(`/contacts/${id}/holds`, voucher).set(acting).expect(201);
    await officer.post(`/holds/${hold.id}/release`, { reason: 'Sovittu' }).set(acting).expect(201);
    expect(await held(id)).toMatchObject([{ ground: 'accounting_voucher' }]);
  });

  it('cannot be changed or taken away past its record, nor broken against the law, by the application', async () => {
    const id = await aPerson();
    await staff.post(`/contacts/${id}/holds`, voucher).expect(201);
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    try {
      for (const statement of [
        'UPDATE holds SET until = now()',
        'DELETE FROM holds',
        'DELETE FROM hold_releases',
        'UPDATE hold_reviews SET note = $$x$$',
      ])
        await expect(limited.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await limited.end();
    }
    for (const change of [
      'until = until - 1',
      'financial_year_ended_on = NULL',
      `until = NULL, review_on = placed_on + 10`,
      `review_on = placed_on + 400`,
    ])
      await expect(app.rows(`UPDATE holds SET ${change} WHERE contact_id = $1`, [id])).rejects.toMatchObject({
        code: '23514',
      });
  });
});
