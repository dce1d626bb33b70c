import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a scanner thinks that it found. */
export interface Finding {
  tool: string;
  /** Method and path; `{id}` in place of ids. */
  where: string;
  what: string;
}

/** What we say to findings of a kind. */
interface Answer {
  /** Regular expressions. */
  where: string;
  what: string;
  answer: string;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const asPattern = ({ where, what }: Answer): ((finding: Finding) => boolean) => {
  const [place, kind] = [new RegExp(where), new RegExp(what)];
  return (finding) => place.test(finding.where) && kind.test(finding.what);
};

/** What was looked at, for the report. */
export interface Extent {
  sqlmap: string;
  wapiti: string;
  targets: number;
  /** Targets whose untouched request succeeds. */
  taken: number;
  minutes: number;
}

/**
 * Writes findings.md: each finding once, with what answers.json says to it.
 * @returns how many nobody has answered yet
 */
export function writeFindings(findings: Finding[], extent: Extent): number {
  const answers = JSON.parse(readFileSync(here('answers.json'), 'utf8')) as Answer[];
  const patterns = answers.map((answer) => ({ answer: answer.answer, fits: asPattern(answer) }));
  const rows = new Map<string, { places: Set<string>; answer: string | undefined }>();
  for (const finding of findings) {
    const answer = patterns.find(({ fits }) => fits(finding))?.answer;
    const key = `${finding.tool} | ${finding.what} | ${answer ?? ''}`;
    const row = rows.get(key) ?? { places: new Set(), answer };
    row.places.add(finding.where.replace(/[\da-f]{8}-[\da-f-]{27}/g, '{id}'));
    rows.set(key, row);
  }
  writeFileSync(here('findings.md'), page(rows, extent));
  return [...rows.values()].filter(({ answer }) => answer === undefined).length;
}

function page(
  rows: Map<string, { places: Set<string>; answer: string | undefined }>,
  extent: Extent,
): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
  const lines = [...rows].map(([key, { places, answer }]) => {
    const [tool = '', what = ''] = key.split(' | ');
    const shown = [...places].slice(0, 3).map((place) => `\`${place}\``);
    const where = places.size > 3 ? `${shown.join(', ')} and ${places.size - 3} more` : shown.join(', ');
    return `| ${tool} | ${cell(what)} | ${cell(where)} | ${cell(answer ?? '**not answered yet**')} |`;
  });
  return `# What the scanners found

Written by \`npm run security\`: sqlmap ${extent.sqlmap} on ${extent.targets} targets (the ids of each route, and its query
or JSON body; ${extent.taken} of them are requests that succeed as they are), wapiti ${extent.wapiti} on the web UI and on every GET
of the API, against the product with the demo's register, signed in as an administrator who is privacy officer and sales
manager too. ${extent.minutes} minutes.

${lines.length === 0 ? 'Nothing.' : ['| tool | finding | where | answer |', '| --- | --- | --- | --- |', ...lines].join('\n')}
`;
}
