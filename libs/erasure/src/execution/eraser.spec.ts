import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

describe('the role that forgets people', () => {
  it('is taken in one place', () => {
    const taking = globSync('{apps,libs}/*/src/**/*.ts', { cwd: root })
      .filter((file) => !/spec\.ts$|\/web\//.test(file))
      .filter((file) =>
        /becomeEraser\(|set_config\('role'|SET (LOCAL )?ROLE/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(taking.sort()).toEqual([
      'libs/erasure/src/execution/eraser.ts',
      'libs/platform/src/database/eraser-role.ts',
    ]);
  });
});
