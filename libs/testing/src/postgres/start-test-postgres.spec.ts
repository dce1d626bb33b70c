import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startTestPostgres, type TestPostgres } from './index.ts';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the throw-away PostgreSQL', () => {
  let server: TestPostgres;

  beforeAll(async () => {
    server = await startTestPostgres();
  });

  afterAll(() => server.stop());

  it('keeps Finnish and Swedish words whole when it searches by fragments', async () => {
    await query(server.url, 'CREATE EXTENSION pg_trgm');
    expect(
      await query(
        server.url,
        `SELECT show_trgm('Ää') = show_trgm('ÄÄ') AS same, cardinality(show_trgm('äö')) AS n`,
      ),
    ).toEqual([{ same: true, n: 3 }]);
  });

  it('orders by Finnish rules where a column asks for it', async () => {
    expect(
      await query(
        server.url,
        `SELECT name FROM (VALUES ('Öhman'), ('Zetterberg'), ('Äijö'), ('Aalto')) AS v(name) ORDER BY name COLLATE "fi-x-icu"`,
      ),
    ).toEqual([{ name: 'Aalto' }, { name: 'Zetterberg' }, { name: 'Äijö' }, { name: 'Öhman' }]);
  });

  it('lets nobody in without the password, and the superuser not at all', async () => {
    const url = new URL(server.url);
    url.password = 'wrong';
    await expect(query(url.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    url.username = 'postgres';
    await expect(query(url.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('ends with its files when whoever started it is killed', async () => {
    const module = JSON.stringify(new URL('./index.ts', import.meta.url).href);
    const program = `console.log((await (await import(${module})).startTestPostgres()).folder)`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const folder = await new Promise<string>((resolve) => {
      createInterface({ input: starter.stdout })
        .once('line', resolve)
        .once('close', () => {
          resolve('');
        });
    });
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);
    starter.kill('SIGKILL');
    for (let left = 100; left > 0 && existsSync(folder); left--) await sleep(50);
    expect(existsSync(folder)).toBe(false);
  }, 20_000);
});
