import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { Crowd } from '../mentions-review/crowd.js';
import type { Judge } from '../mentions-review/judge.js';

const nobody = { people: [], companies: [] };

/** Files that can hold text; the database's own are read through the database. */
const isText = (name: string): boolean =>
  /\.(log|txt|jsonl?|csv|eml|html?|md|ya?ml|tmp)(\.\d+)?$/i.test(name);

async function* textFiles(directory: string): AsyncGenerator<string> {
  // No directory, no files: whoever runs on a database of their own may keep none.
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const isCluster = entries.some(({ name }) => name === 'PG_VERSION');
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !isCluster) yield* textFiles(path);
    else if (entry.isDirectory() && /^(pg_)?log$/.test(entry.name)) yield* textFiles(path);
    else if (entry.isFile() && isText(entry.name)) yield path;
  }
}

/** Reads the files under a directory line by line. Returns how many were read; hands over how often a file names somebody. */
export async function scanFiles(
  directory: string,
  crowd: Crowd,
  found: (judge: Judge, where: string, count: number) => void,
): Promise<number> {
  let files = 0;
  for await (const path of textFiles(directory)) {
    files += 1;
    const where = `file:${relative(directory, path)}`;
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
      for (const judge of crowd.candidates(line, nobody)) {
        const mentions = judge.read([line], nobody)[0] ?? [];
        found(judge, where, mentions.filter(({ certainty }) => certainty === 'sure').length);
      }
  }
  return files;
}
