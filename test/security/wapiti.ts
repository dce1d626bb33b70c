import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from './findings.ts';
import type { Product } from './product.ts';
import { runProgram } from './program.ts';

/**
 * Left out: those that guess logins (the product's limits would only answer 429), that need lists from another host (nikto,
 * wapp), or that have the product ask another host (ssrf, xxe): everything stays on this machine.
 */
const modules =
  'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';

/** Seconds for following links, for each module, and for all. */
const [crawling, attacking, patience] = [30, 40, 720];

interface Report {
  vulnerabilities: Record<string, { method: string; path: string; info: string; parameter: string | null }[]>;
  anomalies: Report['vulnerabilities'];
}

/** Lets wapiti follow the pages and try each address with its parameters. */
export async function tryWithWapiti(product: Product, paths: string[], folder: string): Promise<Finding[]> {
  const file = `${folder}/wapiti.json`;
  const options = [
    ...['-u', `${product.url}/`, '--scope', 'folder', ...paths.flatMap((path) => ['-s', product.url + path])],
    ...['-m', modules, '-H', `Cookie: ${product.cookie}`, '--max-scan-time', String(crawling)],
    ...['--max-attack-time', String(attacking), '-t', '10', '--no-bugreport', '--flush-session'],
    ...[
      '--store-session',
      `${folder}/wapiti`,
      '--store-config',
      `${folder}/wapiti-config`,
      '-f',
      'json',
      '-o',
      file,
    ],
  ];
  await runProgram('wapiti', options, patience * 1000);
  if (!existsSync(file)) return [{ tool: 'wapiti', where: 'all', what: 'wrote no report' }];
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, found]) =>
    found.map(({ method, path, info, parameter }) => ({
      tool: 'wapiti',
      where: `${method} ${path.split('?', 1)[0]}`,
      what: `${kind}: ${info}${parameter === null ? '' : ` (${parameter})`}`.replace(/\s+/g, ' '),
    })),
  );
}
