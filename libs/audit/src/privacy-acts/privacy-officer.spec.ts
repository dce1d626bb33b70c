import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

describe('acting as privacy officer', () => {
  it('is said to the database in one place, which puts the act on record', () => {
    const saying = globSync('{apps,libs}/*/src/**/*.ts', { cwd: root })
      .filter((file) => !/spec\.ts$|\/web\//.test(file))
      .filter((file) => /acts_as|becomePrivacyOfficer\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(saying.sort()).toEqual([
      'libs/audit/src/privacy-acts/privacy-officer.ts',
      'libs/platform/src/database/privacy-officer.ts',
    ]);
  });
});
