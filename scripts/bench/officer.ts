import type { Client } from 'pg';
import { benchEmail, signIn } from './app.ts';

const officer = `
  INSERT INTO role_grants (id, user_id, role, granted_at, starts_at, reason)
  SELECT gen_random_uuid(), id, 'privacy_officer', now(), now(), 'bench' FROM users u WHERE email <> '${benchEmail}'
    AND NOT EXISTS (SELECT FROM role_grants g WHERE g.role = 'privacy_officer') ORDER BY email LIMIT 1`;

/** Makes a colleague the privacy officer where there is none. */
export const appointOfficer = (owner: Client): Promise<unknown> => owner.query(officer);

/** The cookie of the officer's session. */
export async function signInOfficer(owner: Client, port: number): Promise<string> {
  const { rows } = await owner.query<{ email: string }>(
    `SELECT u.email FROM users u JOIN role_grants g ON g.user_id = u.id WHERE g.role = 'privacy_officer'`,
  );
  return signIn(port, rows[0]?.email);
}
