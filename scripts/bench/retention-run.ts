import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { signIn, startApp } from './app.ts';
import { load, rawRequest, type Target } from './load.ts';
import { percentile } from './measure.ts';
import { appointOfficer, signInOfficer } from './officer.ts';

/** A purge beside the bare statements, one transaction per person each, and the API meanwhile. Times in milliseconds. */
export interface RetentionFigures {
  due: number;
  people: number;
  perPerson: number;
  barePerPerson: number;
  ratio: number;
  /** Of a list of 50 people and of one person, at two clients. */
  idleP99: number;
  p99: number;
}

const clients = 2;

/** Three times `$1` people: whom the run takes while nothing else happens, those of the floor, and whom a run takes while the API is used. */
const makeDue = `
  CREATE TEMP TABLE due AS SELECT id, row_number() OVER (ORDER BY md5(id::text || 'due')) AS n FROM contacts
    WHERE erased_at IS NULL AND NOT restricted ORDER BY 2 LIMIT 3 * $1::int`;

const clocks = `
  UPDATE contacts SET retention_due_on = current_date - 1, retention_review_on = NULL, retention_reviewed_on = NULL,
    retention_ground = 'prospects', retention_start = 'collected', retention_started_on = least(collected_on, current_date - 1)
  WHERE id IN (SELECT id FROM due WHERE n > $1 AND n <= $2)`;

/** Whoever else the register holds past their day. */
const others = `
  UPDATE contacts SET retention_due_on = current_date + 300
  WHERE retention_due_on <= current_date AND erased_at IS NULL AND id NOT IN (SELECT id FROM due WHERE n > $1 AND n <= $2)`;

/** What an erasure comes to in the end, and nothing of how it is found, recorded and looked after. */
export const bareErasure = [
  `INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
   SELECT gen_random_uuid(), kind, digest, 'all', 'all', 'erasure', now() FROM contact_points WHERE contact_id = $1 AND digest <> '' ON CONFLICT DO NOTHING`,
  `UPDATE interactions i SET subject = NULL, body = NULL, redacted_at = now() FROM interaction_participants p WHERE p.contact_id = $1 AND i.id = p.interaction_id`,
  'DELETE FROM contact_points WHERE contact_id = $1',
  'DELETE FROM contact_bases WHERE contact_id = $1',
  `UPDATE contact_sources SET what = NULL, kind = 'event' WHERE contact_id = $1`,
  `UPDATE contacts SET first_name = '', last_name = 'Q7F3-9KX2', title = NULL, area_of_responsibility = NULL, department = NULL, erased_at = now() WHERE id = $1`,
];

async function measureBare(owner: Client, due: number): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM due WHERE n > $1 AND n <= 2 * $1', [
    due,
  ]);
  const began = performance.now();
  for (const { id } of rows) {
    await owner.query('BEGIN');
    for (const [i, text] of bareErasure.entries())
      await owner.query({ name: `bare${i}`, text, values: [id] });
    await owner.query('COMMIT');
  }
  return (performance.now() - began) / rows.length;
}

/** The p99 of looking at lists and people for some seconds. */
async function lookAround(target: Target, ids: readonly string[], seconds: number): Promise<number> {
  const next = () => {
    const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
    const paths = ['/api/v1/contacts?limit=50&sort=name', `/api/v1/contacts/${id}`];
    return paths.map((path) => rawRequest(target, path));
  };
  const { times } = await load(target.port, { clients, seconds, next });
  return percentile(times, 0.99);
}

interface Run {
  status: string;
  people: { done: number } | null;
  durations: { people: number | null };
}

/** Begins a run by hand, where one is under way (the nightly one) once it is over, and asks for it until it is over. */
async function purge(port: number, cookie: string): Promise<Run> {
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, cookie, 'content-type': 'application/json' };
  const begin = () =>
    fetch(`${origin}/api/v1/retention/runs`, { method: 'POST', headers, body: '{"dryRun":false}' });
  let begun = await begin();
  while (begun.status === 409) {
    const problem = await begun.text();
    if (!problem.includes('retention_run_under_way')) throw new Error(`no run: 409 ${problem}`);
    await sleep(2_000);
    begun = await begin();
  }
  if (begun.status !== 202) throw new Error(`no run: ${begun.status} ${await begun.text()}`);
  const { id } = (await begun.json()) as { id: string };
  for (;;) {
    const run = (await (await fetch(`${origin}/api/v1/retention/runs/${id}`, { headers })).json()) as Run;
    if (run.status === 'complete') return run;
    if (run.status === 'failed') throw new Error('the run failed: see app.log');
    await sleep(500);
  }
}

/** The clocks of people from one place among the due to another end today, and nobody else's. */
async function letEnd(owner: Client, places: [number, number]): Promise<void> {
  await owner.query('ALTER TABLE contacts DISABLE TRIGGER USER');
  await owner.query(clocks, places);
  await owner.query(others, places);
  await owner.query('ALTER TABLE contacts ENABLE TRIGGER USER');
}

/** Has `due` people forgotten by a nightly run's own way, and as many by the bare statements. */
export async function measureRetention(url: string, folder: string, due: number): Promise<RetentionFigures> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await appointOfficer(owner);
  await owner.query(makeDue.replace('$1::int', String(due)));
  await letEnd(owner, [0, due]);
  const rest = await owner.query<{ id: string }>(
    'SELECT id FROM contacts WHERE id NOT IN (SELECT id FROM due) LIMIT 1000',
  );
  const ids = rest.rows.map(({ id }) => id);
  const barePerPerson = await measureBare(owner, due);
  const app = await startApp({ databaseUrl: url, folder });
  try {
    const target = { port: app.port, cookie: await signIn(app.port) };
    await lookAround(target, ids, 3);
    const idleP99 = await lookAround(target, ids, 8);
    const officer = await signInOfficer(owner, app.port);
    const { people, durations } = await purge(app.port, officer);
    const perPerson = (durations.people ?? NaN) / due;
    await letEnd(owner, [2 * due, 3 * due]);
    const running = purge(app.port, officer);
    const p99 = await lookAround(target, ids, 8);
    await running;
    return {
      due,
      people: people?.done ?? 0,
      perPerson,
      barePerPerson,
      ratio: perPerson / barePerPerson,
      idleP99,
      p99,
    };
  } finally {
    await app.stop();
    await owner.end();
  }
}
