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

/** What a volume has for its repair, and nobody but its system reads. */
const isOfSystem = (name: string): boolean => name === 'lost+found';

/** What files a look read, and what it could not. */
export interface ScannedFiles {
  files: number;
  /** `file:` and a path under the directory. */
  unread: string[];
}

/** Reads the files under a directory line by line, and hands over how often a file names somebody. */
export async function scanFiles(
  directory: string,
  crowd: Crowd,
  found: (judge: Judge, where: string, count: number) => void,
): Promise<ScannedFiles> {
  const scanned: ScannedFiles = { files: 0, unread: [] };
  const where = (path: string): string => `file:${relative(directory, path) || '.'}`;
  const orUnread = async (path: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) => {
      // Gone in the meantime, or never there: whoever runs on a database of their own may keep no files.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') scanned.unread.push(where(path));
    });
  };
  const readFile = async (path: string): Promise<void> => {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
      for (const judge of crowd.candidates(line, nobody)) {
        const mentions = judge.read([line], nobody)[0] ?? [];
        found(judge, where(path), mentions.filter(({ certainty }) => certainty === 'sure').length);
      }
    scanned.files += 1;
  };
  const readDirectory = async (at: string): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true });
    const isCluster = entries.some(({ name }) => name === 'PG_VERSION');
    for (const entry of entries) {
      const path = join(at, entry.name);
      const isLog = /^(pg_)?log$/.test(entry.name);
      if (entry.isDirectory() && (isCluster ? isLog : !isOfSystem(entry.name)))
        await orUnread(path, () => readDirectory(path));
      else if (entry.isFile() && isText(entry.name)) await orUnread(path, () => readFile(path));
    }
  };
  await orUnread(directory, () => readDirectory(directory));
  return scanned;
}
