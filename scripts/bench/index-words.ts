import { availableParallelism } from 'node:os';
import { Client } from 'pg';

const chunk = 10_000;
const kinds = ['companies', 'contacts', 'interactions'] as const;

/** Has the search table filled by the product's own functions, on as many connections as there are cores. */
export async function indexWords(url: string, say: (line: string) => void): Promise<void> {
  for (const table of kinds) {
    say(`words of ${table}`);
    const bounds = await boundsOf(url, table);
    const next = bounds.entries();
    await Promise.all(Array.from({ length: availableParallelism() }, () => work(url, table, next)));
  }
}

/** The first id of each chunk. */
async function boundsOf(url: string, table: string): Promise<[from: string, to: string | null][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM ${table}) AS numbered WHERE n % ${chunk} = 1 ORDER BY id`,
  );
  await client.end();
  return rows.map(({ id }, i) => [id, rows[i + 1]?.id ?? null]);
}

async function work(
  url: string,
  table: string,
  next: Iterator<[number, [string, string | null]]>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SET synchronous_commit = off; SET work_mem = '128MB'`);
  for (let step = next.next(); !step.done; step = next.next()) {
    const [, [from, to]] = step.value;
    const ids = `SELECT id FROM ${table} WHERE id >= $1 AND ($2::uuid IS NULL OR id < $2)`;
    await client.query(`SELECT search_index_${table}(array(${ids}))`, [from, to]);
  }
  await client.end();
}
