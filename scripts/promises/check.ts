// Fails when a promise that was kept is named by no test any more. Reads sources, runs nothing; `npm run promises` says
// whether the tests pass.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedIn } from './named.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const kept = read('kept.json') as string[];
const promises = read('promises.json') as Record<string, string>;

const specs = ['apps', 'libs', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('spec.ts') && !file.includes('node_modules') && !file.startsWith('promises'),
    )
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);
const named = namedIn(Object.keys(promises), specs);
const lost = kept.filter((id) => !named.has(id));
const added = [...named].filter((id) => !kept.includes(id));
if (lost.length > 0) console.log(`No test names them any more: ${lost.join(', ')}`);
if (added.length > 0) console.log(`Kept from now on, once kept.json names them: ${added.join(', ')}`);
process.exit(lost.length === 0 ? 0 : 1);
