import { addMonths, type RequestContext } from '@seloste/kernel';
import { Holds } from '@seloste/retention';
import { aContact, createTestApp, databaseOf, type Caller, type TestApp } from '@seloste/testing';
import { erase } from './support/erasure/erase.js';
import { make } from './support/two-teams.js';

const context: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };
const reviewOn = addMonths(new Date().toISOString().slice(0, 10), 1);
const asked = { ground: 'subject_request', reason: 'Tarkastuspyyntö on kesken.', reviewOn } as const;

describe('a hold that comes and ends with what it is for: an open request of the person', () => {
  let app: TestApp;
  let staff: Caller;
  let officer: Caller;
  let holds: Holds;
  const someone = () => make(staff, '/contacts', aContact());
  const place = (contactId: string) =>
    databaseOf(app).transaction((tx) => holds.place(tx, context, { ...asked, subject: { contactId } }));
  const acts = (contactId: string) =>
    app.rows(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'hold.%' AND action <> 'hold.list' ORDER BY id`,
      [contactId],
    );

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    holds = app.app.get(Holds);
  });
  afterAll(() => app.close());

  it('is placed in the transaction of the request, and says when it is looked at', async () => {
    const contactId = await someone();
    const id = await place(contactId);
    const { body } = await officer.get(`/contacts/${contactId}/holds`).expect(200);
    expect(body.items).toMatchObject([{ id, ...asked, status: 'in_force' }]);
    expect(await databaseOf(app).transaction((tx) => holds.isHeld(tx, contactId))).toBe(true);
    expect(await acts(contactId)).toEqual([{ action: 'hold.place' }]);
  });

  it('is not there where the request is not', async () => {
    const contactId = await someone();
    const undone = databaseOf(app).transaction(async (tx) => {
      await holds.place(tx, context, { ...asked, subject: { contactId } });
      throw new Error('the request was refused');
    });
    await expect(undone).rejects.toThrow('the request was refused');
    expect((await officer.get(`/contacts/${contactId}/holds`).expect(200)).body.items).toEqual([]);
    expect(await acts(contactId)).toEqual([]);
  });

  it('ends with it, once', async () => {
    const contactId = await someone();
    const id = await place(contactId);
    const release = () =>
      databaseOf(app).transaction((tx) => holds.release(tx, context, { id, reason: 'Pyyntöön vastattiin.' }));
    await release();
    await expect(release()).rejects.toMatchObject({ code: 'hold_over' });
    expect(await databaseOf(app).transaction((tx) => holds.isHeld(tx, contactId))).toBe(false);
    expect(await acts(contactId)).toEqual([{ action: 'hold.place' }, { action: 'hold.release' }]);
  });

  it('is not placed on somebody who was erased', async () => {
    const contactId = await someone();
    await make(staff, '/contacts', aContact());
    await app.rows('UPDATE contacts SET title = NULL');
    await erase(officer, contactId);
    await expect(place(contactId)).rejects.toMatchObject({ code: 'erased' });
  });
});
