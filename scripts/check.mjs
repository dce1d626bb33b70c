// CI's list of gates; each can be run alone. The tests themselves are `npm test`.
import { spawnSync } from 'node:child_process';

const gates = [
  ['format', 'npm run -s format:check'],
  ['lint', 'npm run -s lint'],
  ['boundaries', 'npm run -s boundaries'],
  ['dead code', 'npm run -s dead-code'],
  ['build', 'npm run -s build'],
  ['types', 'npm run -s types'],
  [
    'openapi.json is what the build says',
    'npm run -s openapi && git diff --exit-code -- openapi.json apps/web/src/api/schema.d.ts',
  ],
  [
    'docs/data-map.md is what the declarations say',
    'npm run -s data-map && git diff --exit-code -- docs/data-map.md',
  ],
  [
    'docs/access.md is what the matrix and the routes say',
    'npm run -s access && git diff --exit-code -- docs/access.md',
  ],
  ['promises that were kept are still named by tests', 'node scripts/promises/check.ts'],
  ['no lockfile names a registry', '! grep -q \'"resolved": "http\' package-lock.json'],
];

const only = process.argv.slice(2);
const failed = [];
for (const [name, command] of gates) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  const begin = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'All gates passed.' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
