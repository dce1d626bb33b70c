import { escapeIdentifier, type Client } from 'pg';
import type { EntityManager } from 'typeorm';

/** Acts, and who accepted what: whoever forgets a person adds to it, and changes nothing of it. Neither holds words. */
const untouchable = ['audit_events', 'audit_links', 'undertaking_receipts'] as const;

/** The name of the role that forgets people, of the database with this name. */
export const eraserRoleOf = (database: string): string => `${database}_eraser`;

/**
 * Makes the transaction able to forget a person wherever they are: row-level security shows everybody, and evidence
 * about people may be changed. Until the transaction ends, however it ends. Only `Eraser` in libs/erasure may say so.
 */
export async function becomeEraser(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT set_config('role', current_database() || '_eraser', true)`);
}

/**
 * Gives the role that forgets people its rights, making it when it is missing: nobody logs in as it, and the app's role
 * has its rights only where it asks for them. Runs in the owner's transaction.
 */
export async function grantEraser(owner: Client, database: string, appRole: string): Promise<void> {
  const name = eraserRoleOf(database);
  const eraser = escapeIdentifier(name);
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (!rowCount) await owner.query(`CREATE ROLE ${eraser} NOLOGIN`);
  // Not inherited: a membership takes this from the member as it is made.
  await owner.query(`
    ALTER ROLE ${appRole} NOINHERIT;
    GRANT ${eraser} TO ${appRole};
    GRANT USAGE ON SCHEMA public, pgboss TO ${eraser};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${eraser};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${eraser};
    REVOKE UPDATE, DELETE ON ${untouchable.map((table) => `public.${table}`).join(', ')} FROM ${eraser};
    REVOKE ALL ON public.migrations FROM ${eraser};
    -- What comes to be beside the migrations is looked through as well.
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${eraser};
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${eraser};
  `);
  await showEverybody(owner, name);
}

/** A policy of the eraser's own, so that nobody else's queries carry a condition for it. */
async function showEverybody(owner: Client, name: string): Promise<void> {
  const { rows } = await owner.query<{ table: string; isThere: boolean }>(
    `SELECT c.oid::regclass::text AS table, p.oid IS NOT NULL AS "isThere" FROM pg_class c
     LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'eraser'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
       AND (p.oid IS NULL OR p.polroles <> ARRAY[(SELECT oid FROM pg_roles WHERE rolname = $1)])`,
    [name],
  );
  const eraser = escapeIdentifier(name);
  const policies = rows.map(({ table, isThere }) =>
    isThere
      ? `ALTER POLICY eraser ON ${table} TO ${eraser};`
      : `CREATE POLICY eraser ON ${table} TO ${eraser} USING (true) WITH CHECK (true);`,
  );
  if (policies.length > 0) await owner.query(policies.join('\n'));
}
