import type { AudienceFigures } from './audience.ts';
import type { Measured } from './measure.ts';
import type { ErasureFigures } from './one-erasure.ts';
import type { RetentionFigures } from './retention-run.ts';
import type { StartFigures } from './start-up.ts';

const number = (value: number, digits = 0): string => value.toFixed(digits);

function limitOf({ limit }: Measured): string {
  const parts = [
    limit.ratio === undefined ? [] : `≥ ${limit.ratio} ×`,
    limit.p99 === undefined ? [] : `p99 < ${limit.p99} ms`,
  ];
  return parts.flat().join(', ') || '–';
}

function rowOf(line: Measured): string[] {
  const { operation, clients, app, floor, ratio, met } = line;
  const rates = [number(app.perSecond), number(floor.perSecond), number(ratio, 2)];
  const times = [number(app.p50, 1), number(app.p99, 1), number(floor.p50, 1), number(floor.p99, 1)];
  return [operation, String(clients), ...rates, limitOf(line), ...times, met ? 'met' : 'NOT MET'];
}

const headings = [
  'operation',
  'clients',
  'app/s',
  'floor/s',
  'ratio',
  'limit',
  'p50',
  'p99',
  'floor p50',
  'floor p99',
  '',
];

/** What is measured by itself, beside no floor. */
const row = (operation: string, value: string, limit: string, met: boolean): string[] => [
  operation,
  '',
  value,
  '',
  '',
  limit,
  '',
  '',
  '',
  '',
  met ? 'met' : 'NOT MET',
];

/** Everybody decided on in one go; of several, the middle one counts. */
function audienceRow({ people, p50, worst }: AudienceFigures): string[] {
  const value = `${number(p50, 2)} s (at most ${number(worst, 2)} s)`;
  return row(`an audience of ${people}, with reasons`, value, '< 1 s', p50 < 1);
}

/** One person, asked for and waited for. */
function erasureRow({ interactions, plan, erasure, worst, bare }: ErasureFigures): string[] {
  const value = `${number(erasure, 2)} s (at most ${number(worst, 2)} s; bare ${number(bare, 2)} s; its plan ${number(plan, 2)} s)`;
  return row(`erasing a person with ${interactions} interactions`, value, '< 5 s', erasure < 5);
}

/** Within three times the bare statements; the API at most twice as slow as without. */
function retentionRows({
  people,
  perPerson,
  barePerPerson,
  ratio,
  idleP99,
  p99,
}: RetentionFigures): string[][] {
  const each = `${number(perPerson, 1)} ms each (bare ${number(barePerPerson, 1)} ms, ${number(ratio, 1)} ×)`;
  const answers = `${number(p99, 1)} ms (idle ${number(idleP99, 1)} ms)`;
  return [
    row(`a purge of ${people} people`, each, '≤ 3 ×', ratio <= 3),
    row('p99 of the API meanwhile', answers, '≤ 2 × idle', p99 <= 2 * idleP99),
  ];
}

function startRows({ firstPage, resident }: StartFigures): string[][] {
  return [
    row('fresh start to first page', `${number(firstPage, 1)} s`, '< 5 s', firstPage < 5),
    row('resident when idle', `${number(resident)} MB`, '≤ 200 MB', resident <= 200),
  ];
}

/** What is measured beside no floor of its own kind. */
interface Alone {
  audience?: AudienceFigures | null;
  erasure?: ErasureFigures | null;
  retention?: RetentionFigures | null;
}

/** A table in Markdown, times in milliseconds. */
export function tableOf(
  lines: readonly Measured[],
  start: StartFigures | null,
  { audience = null, erasure = null, retention = null }: Alone = {},
): string {
  const alone = [
    ...(audience ? [audienceRow(audience)] : []),
    ...(erasure ? [erasureRow(erasure)] : []),
    ...(retention ? retentionRows(retention) : []),
    ...(start ? startRows(start) : []),
  ];
  const rows = [headings, ...lines.map(rowOf), ...alone];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [first = [], ...rest] = rows;
  return [line(first), rule, ...rest.map(line)].join('\n');
}
