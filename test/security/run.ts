import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFindings, type Finding } from './findings.ts';
import { signIn, startProduct, type Product } from './product.ts';
import { versionOf } from './program.ts';
import { settle } from './settle.ts';
import { tryWithSqlmap } from './sqlmap.ts';
import { targetsOf, type OpenApi, type Target } from './targets.ts';
import { tryWithWapiti } from './wapiti.ts';

/** Milliseconds after which no further route is begun. */
const wholePatience = 45 * 60_000;

const jsonOf = async <T>({ url, cookie }: Product, path: string): Promise<T> =>
  (await (await fetch(url + path, { headers: { Cookie: cookie } })).json()) as T;

/** A real id of each kind, never our own account's. */
async function idsIn(product: Product): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const me = await jsonOf<{ id: string }>(product, '/api/v1/me');
  for (const noun of ['contacts', 'companies', 'interactions', 'users', 'teams', 'imports', 'invitations']) {
    const page = await jsonOf<{ items?: { id: string }[] }>(product, `/api/v1/${noun}?limit=20`);
    const id = page.items?.map((item) => item.id).find((one) => one !== me.id);
    if (id !== undefined) ids[noun] = id;
  }
  return ids;
}

/** What the demo does not have. */
async function makeRecords({ url, cookie }: Product): Promise<void> {
  const file = new FormData();
  file.append('file', new Blob(['Nimi;Yritys\nMittari Mittanen;Mitta Oy\n']), 'a.csv');
  await fetch(`${url}/api/v1/imports`, { method: 'POST', headers: { Cookie: cookie }, body: file });
  const invitation = {
    name: 'Kutsu Kutsunen',
    email: 'kutsu.kutsunen@havukka.example',
    roles: ['support'],
    language: 'fi',
  };
  const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
  await fetch(`${url}/api/v1/invitations`, { method: 'POST', headers, body: JSON.stringify(invitation) });
}

async function trySql(product: Product, targets: Target[], folder: string, until: number) {
  const findings: Finding[] = [];
  const reads: string[] = [];
  let taken = 0;
  for (const [n, made] of targets.entries()) {
    if (Date.now() > until) {
      findings.push({ tool: 'sqlmap', where: made.name, what: 'not tried: the time was over' });
      continue;
    }
    product.cookie = await signIn(product.url);
    const { target, isTaken } = await settle(product, made);
    process.stderr.write(
      `sqlmap ${n + 1}/${targets.length} ${target.name}${isTaken ? '' : ' (refused as it is)'}\n`,
    );
    if (isTaken) taken += 1;
    if (isTaken && target.method === 'GET') reads.push(target.path.replace('*', ''));
    findings.push(...(await tryWithSqlmap(product, target, n, folder)));
  }
  return { findings, taken, reads };
}

const began = Date.now();
const [sqlmap, wapiti] = [versionOf('sqlmap'), versionOf('wapiti')];
const only = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'seloste-scan-'));
const product = await startProduct();
try {
  const api = await jsonOf<OpenApi>(product, '/api/v1/openapi.json');
  await makeRecords(product);
  const targets = targetsOf(api, await idsIn(product)).filter(({ name }) => name.includes(only));
  const pages = ['/people', '/companies', '/import', '/settings/me', '/api/docs'];
  const { findings, taken, reads } = await trySql(product, targets, folder, began + wholePatience);
  product.cookie = await signIn(product.url);
  findings.push(...(await tryWithWapiti(product, [...pages, ...reads], folder)));
  findings.push(...product.failures);
  const minutes = Math.ceil((Date.now() - began) / 60_000);
  const open = writeFindings(findings, { sqlmap, wapiti, targets: targets.length, taken, minutes });
  process.stderr.write(
    `${findings.length} findings, ${open} kinds of them not answered: test/security/findings.md\n`,
  );
  process.exitCode = open > 0 ? 1 : 0;
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
