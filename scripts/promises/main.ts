// Which promises of a privacy policy are kept, by the tests that name them. `npm run promises [-- results.json]`:
// runs the tests that name a promise, or reads the JSON results of a run that is given.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, type TestResults } from './report.ts';

const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const promises = read(new URL('promises.json', import.meta.url)) as Record<string, string>;

function runTests(): TestResults {
  const folder = mkdtempSync(join(tmpdir(), 'seloste-promises-'));
  const file = join(folder, 'results.json');
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const options = ['--json', `--outputFile=${file}`, '--testNamePattern', '\\b[HCKPV][1-9][0-9]?\\b'];
  spawnSync(process.execPath, [...jest, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const results = read(file) as TestResults;
  rmSync(folder, { recursive: true });
  return results;
}

const [given] = process.argv.slice(2);
const results = given ? (read(given) as TestResults) : runTests();
const { lines, broken } = report(promises, results);
console.log(lines.join('\n'));
process.exit(broken ? 1 : 0);
