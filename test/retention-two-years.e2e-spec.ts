import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  password,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { NightlyRun } from '../libs/erasure/src/runs/nightly-run.js';
import { finishedRun } from './support/retention-runs.js';

/** The same day, months later; its month's last day where it has no such day. Reckoned here, apart from the product. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Somebody of the house, and the day on which they should go; null: never by themselves. */
interface Somebody {
  id: string;
  goesOn: string | null;
}

describe('the clock of the whole house, two years on (V12, K7, C6, H7)', () => {
  let app: TestApp;
  let admin: Caller;
  let manager: Caller;
  let now = Date.parse('2026-02-27T21:30:00Z'); // 23.30 of the 27th in Helsinki
  const clock = { now: () => new Date(now) };
  const everybody: Somebody[] = [];
  const calls: { id: string; day: string }[] = [];

  beforeAll(async () => {
    app = await createTestApp({ clock });
    admin = await app.setUp();
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  let names = 0;
  const unusual = () => `Zqo${[...String(++names)].map((digit) => 'aeiouklmnp'[Number(digit)]).join('')}`;

  async function person(goesOn: string | null, fields: object): Promise<string> {
    const names = { firstName: unusual(), lastName: unusual() };
    const { id } = (await manager.post('/contacts', aContact({ ...names, ...fields })).expect(201)).body;
    everybody.push({ id, goesOn });
    return id;
  }

  const collected = (when: string) => ({ sources: [{ kind: 'event', when }] });

  async function company(relationship: object): Promise<string> {
    const fields = aCompany({ name: `Firma ${++names} Oy`, relationship });
    return (await manager.post('/companies', fields).expect(201)).body.id;
  }

  async function tell(fields: object): Promise<string> {
    return (await manager.post('/interactions', anInteraction({ body: 'Hinnasta.', ...fields })).expect(201))
      .body.id;
  }

  /** Prospects of many days, leap days and ends of months among them; whoever answered; who was; who is; who is held. */
  async function fillTheHouse(): Promise<void> {
    const days = [
      '2025-02-28',
      '2025-03-01',
      '2025-03-31',
      '2025-08-31',
      '2025-10-26',
      '2026-01-31',
      '2026-02-27',
    ];
    for (const day of days) await person(monthsAfter(day, 12), collected(day));
    const answered = await person(monthsAfter('2026-02-20', 12), collected('2025-06-01'));
    await tell({
      type: 'email',
      direction: 'in',
      occurredAt: '2026-02-20T12:00:00Z',
      contactIds: [answered],
    });
    const late = await person(monthsAfter('2026-02-01', 12), collected('2025-06-01'));
    // Half past eleven at night of the last of January in UTC is the first of February in Helsinki.
    await tell({ type: 'call', direction: 'in', occurredAt: '2026-01-31T23:30:00Z', contactIds: [late] });
    const written = await person(monthsAfter('2025-07-01', 12), collected('2025-07-01'));
    await tell({
      type: 'email',
      direction: 'out',
      occurredAt: '2026-02-01T12:00:00Z',
      contactIds: [written],
    });
    for (const endedOn of ['2025-04-30', '2026-02-10']) {
      const former = await company({ status: 'former', startedOn: '2020-01-01', endedOn });
      await person(monthsAfter(endedOn, 12), { companyId: former, ...collected('2020-02-01') });
    }
    const customer = await company({ status: 'customer', startedOn: '2019-05-01' });
    const kept = await person(null, { companyId: customer, ...collected('2019-06-01') });
    const held = await person(null, collected('2025-05-05'));
    const hold = {
      ground: 'accounting_voucher',
      document: 'Lasku 1001',
      reason: 'Lasku',
      financialYearEndedOn: '2025-12-31',
    };
    await manager.post(`/contacts/${held}/holds`, hold).expect(201);
    for (const day of ['2023-03-01', '2024-02-29', '2025-03-30', '2025-12-31', '2026-02-26'])
      calls.push({ day, id: await tell({ occurredAt: `${day}T12:00:00Z`, contactIds: [kept] }) });
  }

  /** Everybody signs in anew after so long. */
  async function officerOf(email: string): Promise<Caller> {
    const { status } = await admin.post('/sessions', { email: 'aino@havukka.example', password });
    if (status !== 201) throw new Error('nobody comes in');
    await admin
      .post('/users', { name: 'Tea Tietosuoja', email, password, roles: ['privacy_officer'], language: 'fi' })
      .expect(201);
    await app.rows(
      `INSERT INTO undertaking_receipts (id, user_id, undertaking_id, language, accepted_at)
       SELECT gen_random_uuid(), u.id, d.id, 'fi', now() FROM users u, undertakings d WHERE u.email = $1 ORDER BY d.version DESC LIMIT 1`,
      [email],
    );
    const caller = { ...app.stranger };
    await caller.post('/sessions', { email, password }).expect(201);
    return caller;
  }

  const goneFrom = async (): Promise<string[]> => {
    const still = await app.rows<{ id: string }>('SELECT id FROM contacts WHERE erased_at IS NULL');
    const there = new Set(still.map(({ id }) => id));
    return everybody.map(({ id }) => id).filter((id) => !there.has(id));
  };
  const expectedGone = (today: string): string[] =>
    everybody.filter(({ goesOn }) => goesOn !== null && goesOn <= today).map(({ id }) => id);

  it('takes exactly the right people on each of the nights, and exactly the right words', async () => {
    await fillTheHouse();
    const nights = [
      '2026-02-28',
      '2026-03-29',
      '2026-07-01',
      '2026-10-25',
      '2027-02-20',
      '2027-02-28',
      '2028-02-27',
      '2028-02-29',
    ];
    for (const night of nights) {
      // Four in the morning in Helsinki, in winter or summer.
      now = Date.parse(`${night}T02:00:00Z`);
      await app.app.get(NightlyRun).run();
      expect({ night, gone: (await goneFrom()).sort() }).toEqual({ night, gone: expectedGone(night).sort() });
    }
    expect(expectedGone('2028-02-29')).toHaveLength(everybody.length - 2);
    const today = '2028-02-29';
    const words = await app.rows<{ id: string }>(
      'SELECT id FROM interactions WHERE id = ANY ($1) AND body IS NULL',
      [calls.map(({ id }) => id)],
    );
    expect(words.map(({ id }) => id).sort()).toEqual(
      calls
        .filter(({ day }) => monthsAfter(day, 36) <= today)
        .map(({ id }) => id)
        .sort(),
    );
    const runs = await app.rows<{ id: string; as_of: string; status: string }>(
      `SELECT id, as_of::text, status FROM retention_runs WHERE kind = 'nightly' ORDER BY as_of`,
    );
    expect(runs.map(({ as_of: asOf, status }) => [asOf, status])).toEqual(
      nights.map((night) => [night, 'complete']),
    );
    const officer = await officerOf('tea@havukka.example');
    const { items } = await finishedRun(officer, runs.at(-1)?.id ?? '');
    expect(items.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  }, 120_000);
});
