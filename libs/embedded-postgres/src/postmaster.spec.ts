import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOrphan } from './postmaster.ts';

describe('a lock file that a killed server left', () => {
  const directory = mkdtempSync(join(tmpdir(), 'seloste-postmaster-'));

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['an unrelated process', process.pid],
    ['nobody', 2 ** 30],
  ])('is removed when its number belongs to %s now, who is left alone', async (_, pid) => {
    const file = join(directory, 'postmaster.pid');
    writeFileSync(file, `${pid}\n${directory}\n1\n1\n\n127.0.0.1\n 1 1\nready   \n`);
    await clearOrphan(directory);
    expect(existsSync(file)).toBe(false);
  });
});
