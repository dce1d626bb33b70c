import { AddressDigests, Permissions } from '@seloste/permissions';
import { aContact, createTestApp, databaseOf, type Caller, type TestApp } from '@seloste/testing';
import { inTeam, make } from './support/two-teams.js';

describe('an address that a mail server said is no good', () => {
  let app: TestApp;
  let admin: Caller;
  let manager: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  const stop = (email: string) =>
    app.rows(`INSERT INTO undeliverable_addresses (digest, since, status) VALUES ($1, now(), '5.1.1')`, [
      app.app.get(AddressDigests).digestOf('email', email),
    ]);
  const byMail = async (id: string) =>
    (await app.app.get(Permissions).decide(databaseOf(app), id, { channel: 'email', purpose: 'service' }))
      .code;
  const aPerson = async (email: string, owner = manager) => {
    const id = await make(owner, '/contacts', aContact({ emails: [email] }));
    await stop(email);
    expect(await byMail(id)).toBe('undeliverable');
    return id;
  };
  const actsOn = (id: string) =>
    app.rows(`SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'undeliverable%'`, [id]);

  it('is tried again when staff say so, on record, and nobody else’s', async () => {
    const [id, other] = [await aPerson('takaisin@havukka.example'), await aPerson('poissa@havukka.example')];
    await manager.delete(`/contacts/${id}/undeliverable-addresses`).expect(204);
    expect(await byMail(id)).toBe('service');
    expect(await byMail(other)).toBe('undeliverable');
    expect(await actsOn(id)).toEqual([{ action: 'undeliverable_address.remove' }]);
    await manager.delete(`/contacts/${id}/undeliverable-addresses`).expect(204);
    expect(await actsOn(id)).toHaveLength(1);
  });

  it('stays stopped when it is taken away and entered again', async () => {
    const id = await aPerson('sama@havukka.example');
    await manager.patch(`/contacts/${id}`, { emails: [] }).expect(200);
    await manager.patch(`/contacts/${id}`, { emails: ['sama@havukka.example'] }).expect(200);
    expect(await byMail(id)).toBe('undeliverable');
  });

  it('is for those who keep the person’s record', async () => {
    const north = await inTeam(app, admin, 'North', ['salesperson']);
    const id = await aPerson('kenen@havukka.example', north);
    const path = `/contacts/${id}/undeliverable-addresses`;
    await app.stranger.delete(path).expect(401);
    const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    await officer.delete(path).expect(403);
    const south = await inTeam(app, admin, 'South', ['salesperson']);
    await south.delete(path).expect(404);
    await manager.delete('/contacts/nobody/undeliverable-addresses').expect(404);
    await manager
      .delete('/contacts/01a207bb-e5b0-704d-8b14-00000000000a/undeliverable-addresses')
      .expect(404);
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [id]);
    await manager.delete(path).expect(404);
    expect(await actsOn(id)).toEqual([]);
  });
});
