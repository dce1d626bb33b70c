import { Client } from 'pg';
import { signIn, startApp } from './app.ts';
import { percentile } from './measure.ts';
import { appointOfficer, signInOfficer } from './officer.ts';
import { bareErasure } from './retention-run.ts';

/** One person with many interactions, forgotten with everything that belongs to it; seconds. */
export interface ErasureFigures {
  interactions: number;
  /** What the plan takes: it searches as well. */
  plan: number;
  erasure: number;
  worst: number;
  /** What an erasure comes to in the end, without looking for anything. */
  bare: number;
}

const interactions = 500;
const people = 3;

/** In every fifth note of theirs and in some of others; nobody else is called so. */
const named = ['Kustaa Virtasalo', 'Virtasalon Kustaa', 'K. Virtasalo', 'kustaa.virtasalo@toinen.example'];

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

const caller =
  (port: number, cookie: string): Ask =>
  async <T>(method: string, path: string, body?: object) => {
    const origin = `http://127.0.0.1:${port}`;
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };

const bodyOf = (n: number): string =>
  n % 5 === 0
    ? `Sovittiin, että ${named[n % named.length]} palaa asiaan ensi viikolla.`
    : 'Sovittiin toimituksesta, tarjous lähtee ensi viikolla.';

/** Through the doors that everybody uses. @returns the person's id */
async function makePerson(seller: Ask, companyIds: string[]): Promise<string> {
  const { id } = await seller<{ id: string }>('POST', '/contacts', {
    ...{ firstName: 'Kustaa', lastName: 'Virtasalo', title: 'Ostaja', language: 'fi' },
    // Addresses of somebody who was erased are remembered.
    ...{ emails: [`kustaa.virtasalo${Date.now()}@mitattava.example`] },
    ...{ phones: [`+35840${String(Date.now()).slice(-7)}`] },
    ...{ companyId: companyIds[0], sources: [{ kind: 'person', what: 'Puhelu' }] },
  });
  const note = { type: 'note', subject: 'Tapaaminen' };
  for (let n = 0; n < interactions; n++)
    await seller('POST', '/interactions', { ...note, contactIds: [id], body: bodyOf(n) });
  for (const [n, companyId] of companyIds.slice(1).entries())
    await seller('POST', '/interactions', { ...note, companyId, body: bodyOf(n * 5) });
  return id;
}

/** Plans and erases. @returns how long each took, in seconds */
async function erase(officer: Ask, contactId: string): Promise<{ plan: number; erasure: number }> {
  const began = performance.now();
  const { id: planId } = await officer<{ id: string }>('POST', `/contacts/${contactId}/erasure-plans`);
  const planned = performance.now();
  const { status } = await officer<{ status: string }>('POST', '/erasures', {
    ...{ contactId, planId, ground: 'request' },
  });
  if (status !== 'complete') throw new Error(`the erasure is ${status}`);
  return { plan: (planned - began) / 1_000, erasure: (performance.now() - planned) / 1_000 };
}

async function measureBare(owner: Client, id: string): Promise<number> {
  const began = performance.now();
  await owner.query('BEGIN');
  for (const statement of bareErasure) await owner.query(statement, [id]);
  await owner.query('COMMIT');
  return (performance.now() - began) / 1_000;
}

/** Has people with 500 interactions each forgotten over the routes, and one by the bare statements. */
export async function measureErasure(url: string, folder: string): Promise<ErasureFigures> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await appointOfficer(owner);
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM companies ORDER BY md5(id::text) LIMIT 21',
  );
  const companyIds = rows.map(({ id }) => id);
  const app = await startApp({ databaseUrl: url, folder });
  try {
    const seller = caller(app.port, await signIn(app.port));
    const officer = caller(app.port, await signInOfficer(owner, app.port));
    const times: { plan: number; erasure: number }[] = [];
    for (let n = 0; n < people; n++) times.push(await erase(officer, await makePerson(seller, companyIds)));
    const bare = await measureBare(owner, await makePerson(seller, companyIds));
    const middle = (of: 'plan' | 'erasure') =>
      percentile(
        times.map((time) => time[of]),
        0.5,
      );
    const worst = Math.max(...times.map(({ erasure }) => erasure));
    return { interactions, plan: middle('plan'), erasure: middle('erasure'), worst, bare };
  } finally {
    await app.stop();
    await owner.end();
  }
}
