import { migrations } from '@seloste/migrations';
import { createEmptyDatabase, type TestApp } from '@seloste/testing';
import { DataSource } from 'typeorm';
import { prepare, writePerson } from './support/retention/write-person.js';

const before = migrations.filter(({ name }) => name.slice(-13) < '1795710000000');

/** Somebody who came by a fair, with a sale in mind, and consented to the newsletter. */
const subscriber = {
  ...{ firm: null, left: null, collectedOn: '2025-01-10', via: 'event' as const, objections: [] },
  consents: [
    {
      ...{ purpose: 'newsletter' as const, channel: 'email' as const, needsConfirmation: false },
      ...{ at: new Date('2025-01-10T10:00:00Z'), confirmedAt: null, withdrawnAt: null },
    },
  ],
  interactions: [],
};

const rulesSql = `SELECT key, version, keeps FROM retention_rules WHERE key IN ('marketing_contacts', 'prospects', 'chats') ORDER BY key`;
const consent = ['identity', 'contact_details', 'work_role', 'preferences', 'provenance'];

describe('what the grounds need, in a register that is there already (C6, H8)', () => {
  let url: string;
  let dataSource: DataSource;
  const rows: TestApp['rows'] = (sql, parameters) => dataSource.query(sql, parameters as unknown[]);
  const upTo = async (some: typeof migrations) => {
    dataSource = await new DataSource({ type: 'postgres', url, migrations: some }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
  };

  beforeEach(async () => {
    url = await createEmptyDatabase();
    await upTo(before);
  });
  afterEach(() => dataSource.destroy());

  it('is a new version of the rules that nobody changed; what somebody chose stays, and no clock moves', async () => {
    // All that is used of an app is its database.
    const register = { rows } as TestApp;
    await prepare(register);
    const { id, steps } = await writePerson(register, subscriber);
    for (const step of steps) await step();
    await rows(`UPDATE retention_rules SET period = 'P6M', version = 2 WHERE key = 'prospects'`);
    await rows(`UPDATE retention_rules SET keeps = '{identity}', version = 2 WHERE key = 'chats'`);
    const clock = `SELECT retention_due_on, retention_review_on, retention_ground, retention_started_on FROM contacts WHERE id = $1`;
    const clockBefore = await rows(clock, [id]);
    await dataSource.destroy();
    await upTo(migrations);
    expect(await rows(rulesSql)).toEqual([
      { key: 'chats', version: 2, keeps: ['identity'] },
      { key: 'marketing_contacts', version: 2, keeps: consent },
      { key: 'prospects', version: 3, keeps: expect.arrayContaining(['communication', 'preferences']) },
    ]);
    const history = `SELECT version FROM retention_rule_versions WHERE key = 'marketing_contacts' ORDER BY version`;
    expect(await rows(history)).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await rows(clock, [id])).toEqual(clockBefore);
    expect(await rows('SELECT retention_parts FROM contacts WHERE id = $1', [id])).toMatchObject([
      { retention_parts: [{ categories: ['communication'], dueOn: '2025-07-10', ground: 'prospects' }] },
    ]);
    expect(await rows('SELECT retention_recompute(ARRAY[$1::uuid], current_date) AS moved', [id])).toEqual([
      { moved: 0 },
    ]);
  });

  it('is the first version where nobody is in the register yet', async () => {
    await dataSource.destroy();
    await upTo(migrations);
    expect(await rows(rulesSql)).toMatchObject([
      { key: 'chats', version: 1 },
      { key: 'marketing_contacts', version: 1, keeps: consent },
      { key: 'prospects', version: 1 },
    ]);
    expect(
      await rows(
        `SELECT v.key FROM retention_rule_versions v JOIN retention_rules r USING (key) WHERE v.keeps <> r.keeps OR v.version > 1`,
      ),
    ).toEqual([]);
  });
});
