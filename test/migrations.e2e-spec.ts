import { DataSource } from 'typeorm';
import { appRoleOf, appendOnlyTables, migrate } from '@seloste/platform';
import { migrations } from '@seloste/migrations';
import {
  createEmptyDatabase,
  createTestApp,
  limitedUrl,
  testMasterKey,
  type TestApp,
} from '@seloste/testing';
import { Client } from 'pg';

/** Everything that migrations made, as text that can be compared. */
async function schemaOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
    UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT tablename || ' ' || policyname || ' ' || cmd || ' ' || qual FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT relname || ' is row-secured' FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
    UNION ALL SELECT proname || ' ' || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line).filter((line) => !line.includes('migrations'));
}

describe('migrations', () => {
  it('go up, all the way down and up again to the same schema', async () => {
    const url = await createEmptyDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    const first = await schemaOf(url);
    for (let i = 0; i < migrations.length; i++) await dataSource.undoLastMigration({ transaction: 'each' });
    expect(await schemaOf(url)).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await schemaOf(url)).toEqual(first);
    await dataSource.destroy();
  });

  it('are run once by processes that start at the same moment', async () => {
    const url = await createEmptyDatabase();
    await Promise.all([1, 2, 3].map(() => migrate(url, testMasterKey, migrations)));
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT count(*)::int AS n FROM migrations');
    await client.end();
    expect(rows).toEqual([{ n: migrations.length }]);
  });
});

describe('the schema', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('has no function that whoever may log in could run: some see past row-level security (C5)', async () => {
    const functions = await app.rows<{ name: string; isEverybodys: boolean; isAppRoles: boolean }>(
      `SELECT p.oid::regprocedure::text AS name, has_function_privilege('public', p.oid, 'EXECUTE') AS "isEverybodys",
         has_function_privilege($1, p.oid, 'EXECUTE') AS "isAppRoles"
       FROM pg_proc p WHERE p.pronamespace::regnamespace::text IN ('public', 'pgboss')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
      [appRoleOf(app.database.url)],
    );
    expect(functions.map(({ name }) => name)).toContain('person_by_token(bytea)');
    expect(functions.filter(({ isEverybodys }) => isEverybodys)).toEqual([]);
    expect(functions.filter(({ isAppRoles }) => !isAppRoles)).toEqual([]);
  });

  it('is what the entities say: no column missing on either side, same types, same nullability', async () => {
    const actual = await app.rows<{ line: string }>(`
      SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' ELSE ' null' END AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'migrations' AND a.attnum > 0 AND NOT a.attisdropped`);
    const { driver, entityMetadatas } = app.app.get(DataSource);
    const names: Record<string, string> = {
      varchar: 'character varying',
      char: 'character',
      timestamptz: 'timestamp with time zone',
      int: 'integer',
    };
    const declared = entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => {
        const type = driver.normalizeType(column);
        const length = column.length ? `(${column.length})` : '';
        return `${entity.tableName}.${column.databaseName} ${names[type] ?? type}${length}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}`;
      }),
    );
    expect(declared.sort()).toEqual(actual.map(({ line }) => line).sort());
  });

  it.each([...appendOnlyTables])('lets the app only add to %s (GDPR Art. 5(2))', async (table) => {
    const [privileges] = await app.rows(
      `SELECT has_table_privilege($1, $2, 'INSERT') AS insert, has_table_privilege($1, $2, 'UPDATE') AS update,
         has_table_privilege($1, $2, 'DELETE') AS delete, has_table_privilege($1, $2, 'TRUNCATE') AS truncate`,
      [appRoleOf(app.database.url), table],
    );
    expect(privileges).toEqual({ insert: true, update: false, delete: false, truncate: false });
  });

  it('refuses the app’s role to change or remove an audit row, or to make tables', async () => {
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    await expect(limited.query(`UPDATE audit_events SET action = 'x'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(limited.query('DELETE FROM audit_events')).rejects.toMatchObject({ code: '42501' });
    await expect(limited.query('CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await limited.end();
  });
});
