import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BadConfiguration } from './app-config.js';

/** The key outside the database from which every other key is derived (GDPR Art. 32). All processes of one installation share it. */
export class MasterKey {
  constructor(private readonly key: Buffer) {}

  /** A 32-byte key for one use, hex. The same use always gives the same key; one use tells nothing about another. */
  derive(use: string): string {
    return createHmac('sha256', this.key).update(use).digest('hex');
  }
}

/**
 * Reads the key file, making it (mode 0600, 32 random bytes in hex) when it is absent.
 * @throws BadConfiguration when it cannot be read, written, or is too short to be a key.
 */
export function loadMasterKey(file: string): MasterKey {
  if (!existsSync(file)) create(file);
  return new MasterKey(Buffer.from(read(file), 'hex'));
}

/** Written aside and linked into place: a process that dies half-way leaves no half key, and of two the first wins. */
function create(file: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new BadConfiguration(
        `The master key file ${file} cannot be written: make its folder writable or set SELOSTE_MASTER_KEY_FILE.`,
      );
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function read(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw new BadConfiguration(`The master key file ${file} cannot be read: check its owner and mode.`);
  }
  if (!/^[0-9a-f]{64,}$/i.test(text))
    throw new BadConfiguration(
      `The master key file ${file} does not hold a key (64 hex digits): restore it from your backup.`,
    );
  return text;
}
