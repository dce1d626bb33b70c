import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { generateDemo } from './generate.js';
import { insertDemo } from './insert.js';
import { demoPassword } from './staff.js';

/** Whom to sign in as. All have the same password. */
export interface DemoLogins {
  password: string;
  users: { name: string; email: string; roles: string; language: string }[];
}

/** As the product makes them; the numbers travel in the hash. */
const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const isEmpty = `SELECT NOT EXISTS (SELECT FROM controllers) AND NOT EXISTS (SELECT FROM users) AS empty`;
const isDemo = `SELECT EXISTS (SELECT FROM audit_events WHERE actor_name = 'demo' AND action = 'controller.create') AS demo`;
const whoIsThere = `
  SELECT u.name, u.email, string_agg(g.role, ', ' ORDER BY g.role) AS roles, u.language
  FROM users u JOIN role_grants g ON g.user_id = u.id AND g.ended_at IS NULL
  WHERE u.deactivated_at IS NULL AND u.email LIKE '%@havukka.example' GROUP BY u.id ORDER BY roles, u.name`;

/**
 * Fills an empty, migrated register with the made-up company, in one transaction; one that is filled already stays as it is.
 * @param databaseUrl of the owner
 * @returns the logins; null when the register belongs to somebody real
 */
export async function seedDemo(databaseUrl: string, now = new Date()): Promise<DemoLogins | null> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ask = async (sql: string): Promise<boolean> =>
      Object.values((await client.query(sql)).rows[0] ?? {})[0] === true;
    await client.query('BEGIN');
    await client.query('LOCK TABLE controllers IN EXCLUSIVE MODE'); // a second start waits, and finds it done
    if (await ask(isEmpty))
      await insertDemo(client, generateDemo(now), {
        passwordHash: await hash(demoPassword, passwordCost),
        now,
      });
    await client.query('COMMIT');
    if (!(await ask(isDemo))) return null;
    await client.query('ANALYZE');
    return {
      password: demoPassword,
      users: (await client.query<DemoLogins['users'][number]>(whoIsThere)).rows,
    };
  } finally {
    await client.end();
  }
}
