import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(process.cwd(), 'apps/web/src');
const styles = join(process.cwd(), 'node_modules/@mantine/core/styles');

/** The components that the interface imports by name from @mantine/core. */
function usedComponents(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const names = files.flatMap((file) =>
    [
      ...readFileSync(join(source, file), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
    ].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim())),
  );
  return [...new Set(names)].sort();
}

describe('the styles of Mantine', () => {
  it('are imported for every component in use that has any', () => {
    const imported = readFileSync(join(source, 'theme/mantine.css'), 'utf8');
    const missing = usedComponents().filter(
      (name) => existsSync(join(styles, `${name}.css`)) && !imported.includes(`styles/${name}.css`),
    );
    expect(missing).toEqual([]);
  });
});
