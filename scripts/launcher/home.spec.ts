import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTGRES_MAJOR } from '../../libs/embedded-postgres/src/index.ts';
import { findHome } from './home.ts';

describe('the home of the embedded database', () => {
  let folder: string;
  let dataDir: string;
  let elsewhere: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'seloste-home-')));
    chmodSync(folder, 0o711); // when root runs this, PostgreSQL's user must get there
    dataDir = join(folder, 'data');
    elsewhere = join(folder, 'elsewhere');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** As root leaves it when PostgreSQL's user may not enter the data directory. */
  function placeElsewhere(): void {
    mkdirSync(join(elsewhere, 'postgres'), { recursive: true });
    writeFileSync(join(elsewhere, 'postgres', 'PG_VERSION'), `${POSTGRES_MAJOR}\n`);
    writeFileSync(join(elsewhere, 'data-directory'), `${dataDir}\n`);
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'postgres.location'), `${elsewhere}\n`);
  }

  it('is the data directory', () => {
    expect(findHome(dataDir)).toMatchObject({
      folder: dataDir,
      directory: join(dataDir, 'postgres'),
      elsewhere: null,
    });
  });

  it('is found elsewhere, and stays found when the data directory is moved', () => {
    placeElsewhere();
    expect(findHome(dataDir)).toMatchObject({ folder: elsewhere });
    const moved = join(folder, 'moved');
    renameSync(dataDir, moved);
    expect(findHome(moved)).toMatchObject({ folder: elsewhere });
    expect(readFileSync(join(elsewhere, 'data-directory'), 'utf8')).toBe(`${moved}\n`);
  });

  it('is not shared with a copy of the data directory', () => {
    placeElsewhere();
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    writeFileSync(join(copy, 'postgres.location'), `${elsewhere}\n`);
    expect(() => findHome(copy)).toThrow(`${copy} is a copy of ${dataDir}`);
  });

  it('is not made anew where the old one has gone', () => {
    placeElsewhere();
    rmSync(elsewhere, { recursive: true });
    expect(() => findHome(dataDir)).toThrow('which is gone: restore it');
  });
});
