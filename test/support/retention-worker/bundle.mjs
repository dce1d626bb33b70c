import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the whole product as the worker of the tests into the folder that is named. */
const [folder] = process.argv.slice(2);
const root = join(import.meta.dirname, '../../..');
const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
const own = Object.entries(compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(root, file),
}));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: own },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  build: {
    ssr: join(import.meta.dirname, 'worker.ts'),
    outDir: folder,
    emptyOutDir: false,
    target: 'node24',
  },
});
