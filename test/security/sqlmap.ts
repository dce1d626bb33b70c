import type { Finding } from './findings.ts';
import type { Product } from './product.ts';
import { runProgram } from './program.ts';
import { reasonFor } from './settle.ts';
import type { Target } from './targets.ts';

/** Milliseconds for one route. */
const patience = 120_000;

/** Lets sqlmap try every place of one route. */
export async function tryWithSqlmap(
  product: Product,
  target: Target,
  n: number,
  folder: string,
): Promise<Finding[]> {
  const options = [
    `--url=${product.url}${target.path}`,
    `--method=${target.method}`,
    `--cookie=${product.cookie}`,
    `--headers=${headersFor(n, target)}`,
    ...(target.body === undefined ? [] : [`--data=${target.body}`]),
    ...'--dbms=PostgreSQL --level=1 --risk=1 --technique=BEUST --time-sec=2'.split(' '),
    ...'--timeout=10 --retries=0 --threads=2 --ignore-code=* --skip-waf'.split(' '),
    ...`--batch --flush-session --disable-coloring --output-dir=${folder}/sqlmap-${n}`.split(' '),
  ];
  const { output, isWhole } = await runProgram('sqlmap', options, patience);
  const isTested = /(tested parameters do not appear|the following injection point)/.test(output);
  const found = [...output.matchAll(/^Parameter: (.+)$/gm)].map(([, place = '']) => place.trim());
  return [
    ...found.map((place) => ({ tool: 'sqlmap', where: target.name, what: `injection at ${place}` })),
    ...(isWhole && !isTested
      ? [{ tool: 'sqlmap', where: target.name, what: 'found nothing to change' }]
      : []),
    ...(!isWhole ? [{ tool: 'sqlmap', where: target.name, what: 'not finished in its time' }] : []),
  ];
}

/** Each route comes from another address (the product believes the proxy on its own machine), so that limits do not hide any. */
const headersFor = (n: number, { path }: Target): string =>
  Object.entries({
    'Content-Type': 'application/json',
    'X-Forwarded-For': `192.0.2.${(n % 250) + 1}`,
    ...reasonFor(path),
  })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
