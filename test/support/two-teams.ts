import { aCompany, aContact, type Caller, type TestApp } from '@seloste/testing';
import { putIntoTeam } from './teams.js';

/** The answer's body. */
export const read = async (caller: Caller, path: string) => (await caller.get(path).expect(200)).body;

/** Makes a record; its id. */
export const make = async (caller: Caller, path: string, body: object): Promise<string> =>
  (await caller.post(path, body).expect(201)).body.id;

/** The ids that a list shows, sorted. */
export const found = async (caller: Caller, path: string): Promise<string[]> =>
  (await read(caller, path)).items.map(({ id }: { id: string }) => id).sort();

export const idOf = async (caller: Caller): Promise<string> => (await read(caller, '/me')).id;

const person = (tag: string, phone: string, fields: object = {}) =>
  aContact({
    firstName: `Etu${tag}`,
    lastName: `Suku${tag}`,
    emails: [`osoite${tag}@example.com`],
    phones: [phone],
    ...fields,
  });

/** A user with these roles in this team and no other. */
export async function inTeam(app: TestApp, admin: Caller, team: string, roles: string[]): Promise<Caller> {
  const caller = await app.signIn(admin, { roles });
  await putIntoTeam(app, caller, team);
  return caller;
}

/**
 * Two teams of salespeople with a person each, and one nobody owns; South has a customer with a person, and a sole
 * trader at whom one of North's people works. Callers of other roles, and `both` a salesperson of North and marketer.
 */
export async function twoTeams(app: TestApp) {
  const admin = await app.setUp();
  const join = (team: string, ...roles: string[]) => inTeam(app, admin, team, roles);
  const north = await join('North', 'salesperson');
  const mate = await join('North', 'salesperson');
  const south = await join('South', 'salesperson');
  const marketer = await join('Marketing', 'marketer');
  const support = await join('Support', 'support');
  const both = await join('North', 'salesperson', 'marketer');
  const customerCompany = await make(
    south,
    '/companies',
    aCompany({
      name: 'Asiakas Oy',
      relationship: { status: 'customer' },
      billing: { reference: 'viite 77' },
    }),
  );
  const soleTrader = await make(
    south,
    '/companies',
    aCompany({
      name: 'Tmi Haavisto',
      legalForm: 'sole_trader',
      phone: '040 999 1234',
      email: 'yksin@haavisto.example',
      addresses: [{ type: 'visiting', street: 'Kotikuja 1', city: 'Turku' }],
    }),
  );
  const ids = {
    northern: await make(north, '/contacts', person('pohja', '040 111 2345')),
    ofMate: await make(mate, '/contacts', person('pari', '040 111 2346')),
    southern: await make(south, '/contacts', person('etela', '040 111 2347')),
    unowned: await make(admin, '/contacts', person('orpo', '040 111 2348', { ownerId: null })),
    customer: await make(
      south,
      '/contacts',
      person('asiakas', '040 111 2349', { companyId: customerCompany }),
    ),
    employee: await make(
      admin,
      '/contacts',
      person('tyolainen', '040 111 2350', { companyId: soleTrader, ownerId: await idOf(north) }),
    ),
    customerCompany,
    soleTrader,
  };
  return { admin, north, mate, south, marketer, support, both, ids };
}
