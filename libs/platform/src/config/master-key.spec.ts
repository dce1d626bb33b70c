import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey } from './master-key.js';

describe('the master key', () => {
  const newFile = () => join(mkdtempSync(join(tmpdir(), 'seloste-key-')), 'data', 'master.key');

  it('is made once, for its owner’s eyes only, and nothing half-made is left', () => {
    const file = newFile();
    const key = loadMasterKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['master.key']);
    expect(loadMasterKey(file).derive('a use')).toBe(key.derive('a use'));
  });

  it('gives another key for every use, and none of them is the file’s', () => {
    const file = newFile();
    const key = loadMasterKey(file);
    expect(key.derive('one')).not.toBe(key.derive('two'));
    expect(readFileSync(file, 'utf8')).not.toContain(key.derive('one'));
  });

  it.each(['', 'short', 'x'.repeat(64)])('refuses a file that holds no key: "%s"', (text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'seloste-key-')), 'master.key');
    writeFileSync(file, text);
    expect(() => loadMasterKey(file)).toThrow(/does not hold a key/);
  });
});
