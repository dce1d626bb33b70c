import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOnEncryptedVolume } from './encrypted-volume.js';

describe('an encrypted volume', () => {
  let folder: string;
  let device: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'volume-'));
    const { dev } = statSync(folder);
    device = join(folder, `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const say = (at: string, uuid: string) => {
    mkdirSync(join(at, 'dm'), { recursive: true });
    writeFileSync(join(at, 'dm', 'uuid'), uuid);
  };

  it('is known by its uuid, or by what a volume on it stands on', () => {
    say(device, 'LVM-abc');
    say(join(device, 'slaves', 'dm-0'), 'CRYPT-LUKS2-abc');
    expect(isOnEncryptedVolume(folder, folder)).toBe(true);
    say(device, 'CRYPT-LUKS2-abc');
    expect(isOnEncryptedVolume(folder, folder)).toBe(true);
  });

  it('is none where one of its disks is not', () => {
    say(device, 'LVM-abc');
    say(join(device, 'slaves', 'dm-0'), 'CRYPT-LUKS2-abc');
    mkdirSync(join(device, 'slaves', 'sdb1'), { recursive: true });
    expect(isOnEncryptedVolume(folder, folder)).toBe(false);
  });

  it('is not assumed where the machine does not tell', () => {
    expect(isOnEncryptedVolume(folder, folder)).toBeNull();
    expect(isOnEncryptedVolume('/nonexistent/folder')).toBeNull();
  });
});
