import { addMonths, calendarDay } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { acting } from './support/restricted-person.js';
import { idOf, inTeam, make, read } from './support/two-teams.js';

interface Item {
  contactId: string;
  dueOn: string;
}

const dayLength = 24 * 60 * 60 * 1000;
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
const mondayOf = (day: string): string => plus(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

describe('the forecast of who is erased (H6, P8)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let staff: Caller;
  let north: Caller;
  let mate: Caller;
  let south: Caller;
  let people: Record<'overdue' | 'soon' | 'later' | 'mates' | 'souths' | 'unowned' | 'far' | 'stays', string>;
  const today = calendarDay(new Date(), 'Europe/Helsinki');

  /** At a customer whose relationship ended so that the person goes in this many days; whoever makes them looks after them. */
  async function leavesIn(days: number, by: Caller, fields: object = {}): Promise<string> {
    const endedOn = addMonths(plus(today, days), -12);
    const relationship = { status: 'former', startedOn: '2015-01-01', endedOn };
    const companyId = await make(by, '/companies', aCompany({ name: 'Entinen Oy', relationship }));
    return make(by, '/contacts', aContact({ companyId, ...fields }));
  }
  const forecast = (by: Caller, query = '') => read(by, `/retention/forecast?limit=200${query}`);
  const idsOf = (items: Item[]) => items.map(({ contactId }) => contactId);
  const dueOf = async (id: string): Promise<string> =>
    (
      await app.rows<{ due: string }>('SELECT retention_due_on::text AS due FROM contacts WHERE id = $1', [
        id,
      ])
    )[0]?.due ?? '';

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    north = await inTeam(app, admin, 'Pohjoinen', ['salesperson']);
    mate = await inTeam(app, admin, 'Pohjoinen', ['salesperson']);
    south = await inTeam(app, admin, 'Etelä', ['salesperson']);
    people = {
      overdue: await leavesIn(-3, north),
      soon: await leavesIn(10, north),
      later: await leavesIn(80, north),
      mates: await leavesIn(20, mate),
      souths: await leavesIn(30, south),
      unowned: await leavesIn(40, staff, { ownerId: null }),
      far: await leavesIn(120, north),
      stays: await make(
        north,
        '/contacts',
        aContact({
          companyId: await make(
            north,
            '/companies',
            aCompany({ relationship: { status: 'customer', startedOn: '2020-01-01' } }),
          ),
        }),
      ),
    };
  });
  afterAll(() => app.close());

  it('names those who go in the next 90 days, the first first, with day, reason, owner and what holds them', async () => {
    const hold = { ground: 'dispute', reason: 'Reklamaatio', until: addMonths(today, 6) };
    await staff.post(`/contacts/${people.soon}/holds`, hold).expect(201);
    const { items, total, days, nextCursor } = await forecast(staff);
    const { overdue, soon, mates, souths, unowned, later } = people;
    expect(idsOf(items)).toEqual([overdue, soon, mates, souths, unowned, later]);
    expect({ total, days, nextCursor }).toEqual({ total: 6, days: 90, nextCursor: null });
    const due = await dueOf(soon);
    const [year, month, day] = due.split('-').map(Number);
    expect(items[1]).toMatchObject({
      ...{ contactId: soon, dueOn: due, ground: 'former_customers', start: 'relationship_ended' },
      ...{ company: { name: 'Entinen Oy' }, owner: { id: await idOf(north) } },
      hold: { ground: 'dispute', until: addMonths(today, 6) },
    });
    expect(items[1].reason).toContain(`Poistetaan ${day}.${month}.${year}: asiakassuhde päättyi`);
    expect(items[0].hold).toBeNull();
    expect(items[4].owner).toBeNull();
    const [look] = await app.rows(
      `SELECT action, subject_type, shown_ids FROM audit_events WHERE action = 'retention_forecast.read' ORDER BY id DESC LIMIT 1`,
    );
    expect(look).toMatchObject({ subject_type: 'contact', shown_ids: idsOf(items) });
  });

  it('counts them by week, by ground and by owner, whoever is overdue in the present week', async () => {
    const { byWeek, byGround, byOwner, total } = await forecast(staff);
    const weeks = new Map<string, number>();
    for (const id of [
      people.overdue,
      people.soon,
      people.mates,
      people.souths,
      people.unowned,
      people.later,
    ]) {
      const due = await dueOf(id);
      const week = mondayOf(due < today ? today : due);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
    expect(byWeek).toEqual([...weeks].sort().map(([week, count]) => ({ week, count })));
    expect(byGround).toEqual([{ ground: 'former_customers', count: total }]);
    expect(byOwner[0]).toMatchObject({ owner: { id: await idOf(north) }, count: 3 });
    expect(byOwner).toContainEqual({ owner: null, count: 1 });
    expect(byOwner).toHaveLength(4);
  });

  it('is narrowed by days, owner and ground, and read page by page with the counts on the first', async () => {
    expect(idsOf((await forecast(staff, '&days=15')).items)).toEqual([people.overdue, people.soon]);
    expect(idsOf((await forecast(staff, '&days=200')).items)).toContain(people.far);
    const ofMate = await forecast(staff, `&ownerId=${await idOf(mate)}`);
    expect([idsOf(ofMate.items), ofMate.total]).toEqual([[people.mates], 1]);
    expect((await forecast(staff, '&ground=prospects')).total).toBe(0);
    const first = await read(staff, '/retention/forecast?limit=4');
    expect([first.items.length, first.total]).toEqual([4, 6]);
    const second = await read(staff, `/retention/forecast?limit=4&cursor=${first.nextCursor}`);
    expect(idsOf(second.items)).toEqual([people.unowned, people.later]);
    expect(second).toMatchObject({ total: null, byWeek: [], byGround: [], byOwner: [], nextCursor: null });
    await staff.get('/retention/forecast?days=0').expect(400);
    await staff.get('/retention/forecast?days=731').expect(400);
    await staff.get('/retention/forecast?ground=because').expect(400);
  });

  it('tells a salesperson of their own team’s people and of nobody’s, and roles without it of nobody', async () => {
    expect(idsOf((await forecast(north)).items)).toEqual([
      ...[people.overdue, people.soon, people.mates, people.unowned, people.later],
    ]);
    const souths = await forecast(south);
    expect(idsOf(souths.items)).toEqual([people.souths, people.unowned]);
    expect(souths).toMatchObject({ total: 2, byOwner: [{ count: 1 }, { count: 1 }] });
    expect((await forecast(south, `&ownerId=${await idOf(north)}`)).items).toEqual([]);
    await app.stranger.get('/retention/forecast').expect(401);
    for (const role of ['marketer', 'support', 'auditor', 'technician', 'admin'])
      await (await app.signIn(admin, { roles: [role] })).get('/retention/forecast').expect(403);
  });

  it('does not know restricted people, but for a privacy officer who says why; nor who was erased', async () => {
    await officer.put(`/contacts/${people.mates}/restriction`, { reason: 'Pyyntö' }).expect(200);
    for (const by of [officer, staff, mate]) {
      const { items, total } = await forecast(by);
      expect(idsOf(items)).not.toContain(people.mates);
      expect(total).toBe(items.length);
    }
    const { body } = await officer.get('/retention/forecast?limit=200').set(acting).expect(200);
    expect(idsOf(body.items)).toContain(people.mates);
    expect(body.total).toBe(6);
    await officer
      .delete(`/contacts/${people.mates}/restriction`)
      .send({ reason: 'klart', informed: { via: 'phone', on: '2026-01-01' } })
      .expect(200);
    const erased = await leavesIn(5, staff);
    await app.rows('UPDATE contacts SET erased_at = now() WHERE id = $1', [erased]);
    expect(idsOf((await forecast(staff)).items)).not.toContain(erased);
  });

  it('is on Today for who looks after them: how many, and the first of them', async () => {
    const { leaving } = await read(north, '/today');
    expect(leaving).toMatchObject({ days: 90, count: 3 });
    expect(leaving.people.map(({ id }: { id: string }) => id)).toEqual([
      ...[people.overdue, people.soon, people.later],
    ]);
    expect(leaving.people[1]).toMatchObject({
      ...{ company: { name: 'Entinen Oy' }, dueOn: await dueOf(people.soon) },
      reason: expect.stringContaining('Poistetaan'),
    });
    const [look] = await app.rows<{ shown_ids: string[] }>(
      `SELECT shown_ids FROM audit_events WHERE action = 'today.read' AND actor_id = $1 ORDER BY id DESC LIMIT 1`,
      [await idOf(north)],
    );
    expect(look?.shown_ids).toEqual(expect.arrayContaining([people.overdue, people.soon, people.later]));
    expect((await read(officer, '/today')).leaving).toEqual({ days: 90, count: 0, people: [] });
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    expect((await read(marketer, '/today')).leaving).toBeNull();
  });

  it('moves with an extension, and says so in words', async () => {
    const id = await leavesIn(7, north);
    const extension = { basis: 'contract', reason: 'Takuu', until: addMonths(today, 2) };
    await north.post(`/contacts/${id}/retention-extensions`, extension).expect(201);
    const item = (await forecast(north)).items.find(({ contactId }: Item) => contactId === id);
    expect(item).toMatchObject({ dueOn: addMonths(today, 2), start: 'extended' });
    expect(item.reason).toContain('kirjatulla perusteella');
  });
});
