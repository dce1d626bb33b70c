import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner, who is exempt from row-level security: whoever shows a token sees what belongs to its person, and no other. */
const byToken = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp';

const linkByToken = `
  CREATE FUNCTION link_by_token(token_hash bytea) RETURNS SETOF contact_links ${byToken} ROWS 1 AS $$
    SELECT * FROM contact_links l WHERE l.token_hash = $1
  $$;
`;

/** What a person's own link opens, restricted or not (GDPR Art. 18 stops us, not them). */
export class Links1795500420000 implements MigrationInterface {
  readonly name = 'Links1795500420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(linkByToken);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION link_by_token(bytea)');
  }
}
