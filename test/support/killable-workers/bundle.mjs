import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a worker of the tests, and what it imports, into the folder that is named: `bundle.mjs FOLDER WORKER UNUSED…`.
 * What is unused stands there by name alone, so that a process that is killed at once need not load it.
 */
const [outDir, worker, ...unused] = process.argv.slice(2);
const root = join(import.meta.dirname, '../../..');
const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
const own = Object.entries(compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(root, file),
}));

const isName = (name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default';
const unusedParts = {
  name: 'unused parts',
  enforce: 'pre',
  resolveId: (id) => (unused.includes(id) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith('\0') || !unused.includes(id.slice(1))) return null;
    const names = Object.keys(await import(id.slice(1))).filter(isName);
    // A decorator that does nothing, and a class where one is made by a function.
    return `function unused() { return function () {}; }\n${names.map((name) => `export const ${name} = unused;`).join('\n')}`;
  },
};

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: own },
  plugins: [unusedParts],
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  // Two find files of their own beside themselves.
  ssr: { noExternal: true, external: ['@node-rs/argon2', 'email-providers', 'email-providers/all.json'] },
  build: { ssr: worker, outDir, emptyOutDir: false, target: 'node24' },
});
