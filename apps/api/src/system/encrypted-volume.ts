import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Block devices as Linux tells of them. */
const devices = '/sys/dev/block';

/** A device-mapper volume says by its uuid that it is encrypted; a partition of one, or a volume on one, by what it stands on. */
function isEncrypted(device: string): boolean {
  const uuid = join(device, 'dm', 'uuid');
  if (existsSync(uuid) && readFileSync(uuid, 'utf8').startsWith('CRYPT-')) return true;
  const slaves = join(device, 'slaves');
  if (!existsSync(slaves)) return false;
  const parts = readdirSync(slaves);
  return parts.length > 0 && parts.every((part) => isEncrypted(join(slaves, part)));
}

/**
 * Does the folder lie on an encrypted volume (C5; GDPR Art. 32(1)(a))? It is looked at, never assumed: null where the
 * machine does not tell (another system than Linux, a container's or a network's file system).
 * @param folder absolute; it need not be there
 */
export function isOnEncryptedVolume(folder: string, root = devices): boolean | null {
  try {
    const { dev } = statSync(folder);
    const [major, minor] = [(dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00)];
    const device = join(root, `${major}:${minor}`);
    return existsSync(device) ? isEncrypted(device) : null;
  } catch {
    return null; // not there, or not ours to look at: nobody knows
  }
}
