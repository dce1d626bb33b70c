import type { RetentionClass } from '@seloste/kernel';
import { dataMap, type MappedTable } from '@seloste/personal-data';
import { Database, Purges, RowPurge } from '@seloste/platform';
import { createTestApp, databaseOf, purge, type TestApp } from '@seloste/testing';
import { DataSource } from 'typeorm';
import { ErasureMaps } from '../libs/erasure/src/execution/erasure-map.js';

/** What lies there as long as the person's clock runs, or as somebody's account or "no" does. */
const lastsWith: Partial<Record<RetentionClass, 'person' | 'account' | 'no'>> = {
  ...{ relationship: 'person', interaction: 'person' },
  ...{ account: 'account', suppression: 'no' },
};

interface Ends {
  /** Tables that a retention rule takes something of. */
  byRule: Set<string>;
  /** Tables of which every row is somebody's and goes with them, or is erased as was declared. */
  withPerson: Set<string>;
  /** Tables of which no row stays without the person. */
  parts: Set<string>;
}

/** What goes by neither, and with what. */
const goesOtherwise: Record<string, string> = { sought_people: 'the completion of the erasure' };

/** Who did what and when, by ids: as was declared, nothing of it tells of anybody once the rest is gone. */
const tellsOfNobody = ({ columns }: MappedTable): boolean =>
  columns.every(
    ({ declaration }) =>
      !declaration.personal ||
      (declaration.erasure === 'keep' && ['link', 'provenance'].includes(declaration.category)),
  );

/** Tables with personal data that nothing ever takes away. */
function endless(map: MappedTable[], { byRule, withPerson, parts }: Ends): string[] {
  return map.flatMap((table) => {
    const { record } = table;
    if ('reason' in record || record.foundBy === 'derived' || tellsOfNobody(table)) return [];
    if (table.table in goesOtherwise) return [];
    const lasts = lastsWith[record.retention];
    const isTheirs = (lasts === 'person' || record.retention === 'audit') && withPerson.has(table.table);
    const isAccounts = lasts === 'account' && record.subject === 'user';
    return isTheirs || isAccounts || lasts === 'no' || parts.has(table.table) || byRule.has(table.table)
      ? []
      : [table.table];
  });
}

describe('everything that is kept has an end (GDPR Art. 5(1)(e); H7)', () => {
  let app: TestApp;
  let map: MappedTable[];
  let ends: Ends;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    await app.setUp();
    map = dataMap(app.app.get(DataSource));
    const { ofPerson, ofCompany } = await app.app
      .get(Database)
      .transaction((tx) => app.app.get(ErasureMaps).read(tx));
    ends = {
      byRule: app.app.get(Purges).tables(),
      withPerson: new Set([...ofPerson, ...ofCompany].map(({ table }) => table)),
      parts: new Set(ofPerson.flatMap(({ table, isPart }) => (isPart ? [table] : []))),
    };
  });
  afterAll(() => app.close());

  it('with the person, with the account, or by a rule: no table is left out', () => {
    expect(endless(map, ends)).toEqual([]);
    expect([...ends.byRule].filter((table) => !map.some((known) => known.table === table))).toEqual([]);
  });

  it('also what nobody sees any more: why privacy officers acted, and what logins left', async () => {
    await app.rows(`
      INSERT INTO privacy_acts (id, user_id, reason, subject_type, request_id, acted_at)
      SELECT gen_random_uuid(), u.id, at::text, 'contact', 'x', now() - at::interval
      FROM users u, unnest(ARRAY['73 months', '71 months']) AS at;
      INSERT INTO login_throttles (key, points, expire) VALUES ('over', 1, 1), ('still', 1, 9e15), ('always', 1, NULL);
      INSERT INTO spent_challenges (challenge_hash, expires_at) VALUES ('\\x01', now() - interval '1 day'), ('\\x02', now() + interval '1 day')`);
    expect(await purge(app, 'audit_decisions', new Date())).toBe(1);
    expect(await app.rows('SELECT reason FROM privacy_acts')).toEqual([{ reason: '71 months' }]);
    await purge(app, 'technical_data', new Date(0));
    expect(await app.rows(`SELECT key FROM login_throttles WHERE key !~ ':' ORDER BY key`)).toEqual([
      { key: 'always' },
      { key: 'still' },
    ]);
    expect(await app.rows('SELECT 1 FROM spent_challenges')).toHaveLength(1);
    expect(await app.rows('SELECT 1 FROM sessions')).toHaveLength(1);
  });

  it('also of a table that somebody adds', () => {
    const visitors: MappedTable = {
      table: 'test_visitors',
      record: { subject: 'contact', retention: 'session', purposes: ['security'] },
      columns: [
        { column: 'network', declaration: { personal: true, category: 'usage', erasure: 'delete_row' } },
      ],
    };
    expect(endless([...map, visitors], ends)).toEqual(['test_visitors']);
    app.app
      .get(Purges)
      .provide('technical_data', new RowPurge(databaseOf(app), { table: 'test_visitors', due: 'at < $1' }));
    expect(endless([...map, visitors], { ...ends, byRule: app.app.get(Purges).tables() })).toEqual([]);
  });
});
