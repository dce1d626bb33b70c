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

/** A real id of each kind, so that reading routes find something. */
async function idsIn(product: Product): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const noun of ['contacts', 'companies', 'interactions', 'users', 'teams']) {
    const page = await jsonOf<{ items?: { id: string }[] }>(product, `/api/v1/${noun}?limit=1`);
    const id = page.items?.[0]?.id;
    if (id !== undefined) ids[noun] = id;
  }
  return ids;
}

async function trySql(product: Product, targets: Target[], folder: string, until: number) {
  const findings: Finding[] = [];
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
    findings.push(...(await tryWithSqlmap(product, target, n, folder)));
  }
  return { findings, taken };
}

const began = Date.now();
const [sqlmap, wapiti] = [versionOf('sqlmap'), versionOf('wapiti')];
const only = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'seloste-scan-'));
const product = await startProduct();
try {
  const api = await jsonOf<OpenApi>(product, '/api/v1/openapi.json');
  const targets = targetsOf(api, await idsIn(product)).filter(({ name }) => name.includes(only));
  const pages = ['/people', '/companies', '/import', '/settings/me', '/api/docs'];
  const reads = targets.filter(({ method }) => method === 'GET').map(({ path }) => path.replace('*', ''));
  const { findings, taken } = await trySql(product, targets, folder, began + wholePatience);
  product.cookie = await signIn(product.url);
  findings.push(...(await tryWithWapiti(product, [...pages, ...reads], folder)));
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
