import { join } from 'node:path';
import { Client } from 'pg';
import { loadPlatform } from './built.ts';
import { percentile } from './measure.ts';

/** How long it takes to decide on everybody at once, with reasons, in seconds. */
export interface AudienceFigures {
  people: number;
  p50: number;
  worst: number;
}

const most = 100_000;
const runs = 9;

/** What people say: a tenth no, some companies for all of theirs, a tenth yes; some bought, and of a third nobody told them. */
const evidence = `
  TRUNCATE objections, objection_withdrawals, suppressions, consents, consent_wordings, consent_withdrawals, sale_references, notice_duties CASCADE;
  CREATE TEMP TABLE people AS SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM contacts;
  INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at)
    SELECT gen_random_uuid(), id, CASE n % 3 WHEN 0 THEN 'all' ELSE 'email' END, CASE n % 2 WHEN 0 THEN 'all' ELSE 'direct_marketing' END, now(), 'one_click', now()
    FROM people WHERE n % 10 = 0;
  INSERT INTO objections (id, company_id, channel, purpose, objected_at, received_via, recorded_at)
    SELECT gen_random_uuid(), id, 'all', 'all', now(), 'letter', now() FROM companies WHERE md5(id::text) < '02';
  INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), p.kind, p.digest, 'email', 'all', 'objection', now() FROM people JOIN contact_points p ON p.contact_id = people.id
    WHERE n % 10 = 0 AND p.kind = 'email' ON CONFLICT DO NOTHING;
  INSERT INTO consent_wordings (id, purpose, language, version, text, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'direct_marketing', 'fi', 1, 'Kyllä.', now());
  INSERT INTO consents (id, contact_id, channel, purpose, wording_id, language, obtained_at, obtained_via, needs_confirmation, recorded_at)
    SELECT gen_random_uuid(), id, 'email', 'direct_marketing', '00000000-0000-7000-8000-000000000001', 'fi', now() - interval '1 day', 'form', n % 4 = 1, now()
    FROM people WHERE n % 10 = 1;
  INSERT INTO consent_withdrawals (consent_id, contact_id, withdrawn_at, received_via, recorded_at)
    SELECT s.id, s.contact_id, now(), 'email', now() FROM consents s WHERE md5(s.id::text) < '20';
  INSERT INTO sale_references (id, contact_id, reference, product, sold_on, opt_out_offered_on, recorded_at)
    SELECT gen_random_uuid(), id, 'T-' || n, 'Huolto', current_date - 90, current_date - 90, now() FROM people WHERE n % 10 = 2;
  INSERT INTO notice_duties (contact_id, arisen_at, due_on) SELECT id, now(), current_date + 20 FROM people WHERE n % 3 = 0;
  VACUUM (ANALYZE) objections, suppressions, consents, consent_withdrawals, sale_references, notice_duties;`;

const decisions = `
  SELECT d.contact_id, d.allowed, d.code, d.law, d.since, d.evidence_type, d.evidence_id, d.obligations
  FROM permission_decisions_of($1::uuid[], 'email', 'direct_marketing', NULL, false, now()) d`;

/** Decides on an audience as the application does: under its role, with the ids sent and every row with its reason fetched. */
export async function measureAudience(url: string, folder: string): Promise<AudienceFigures> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  for (const statement of evidence.split(/;\s*\n/)) await owner.query(statement);
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM contacts ORDER BY id LIMIT $1', [most]);
  await owner.end();
  const platform = await loadPlatform();
  const app = new Client({
    connectionString: platform.appUrl(url, platform.loadMasterKey(join(folder, 'master.key'))),
  });
  await app.connect();
  const ids = rows.map(({ id }) => id);
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const began = performance.now();
    const { rowCount } = await app.query({ name: 'audience', text: decisions, values: [ids] });
    if (rowCount !== ids.length) throw new Error('some of the audience were not decided on');
    if (run > 0) times.push((performance.now() - began) / 1_000);
  }
  await app.end();
  return { people: ids.length, p50: percentile(times, 0.5), worst: Math.max(...times) };
}
