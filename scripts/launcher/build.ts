import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';
import { takeLock } from './lock.ts';

/** Everything that ends up in dist/, as far as it is not a test. */
const SOURCES = [
  '{apps,libs,migrations,scripts}/**/*',
  'tsconfig*.json',
  'nest-cli.json',
  'package-lock.json',
];
const NOT_BUILT =
  /(^|\/)node_modules(\/|$)|[.-]spec\.tsx?$|^(libs\/(testing|embedded-postgres)|scripts\/launcher)\//;

/** The compiled application. */
export const ENTRY = 'dist/apps/api/src/main.js';

/** @returns a digest of all that the build reads */
function digestOfSources(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules',
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function stampOf(root: string): string {
  return join(root, 'dist', '.built-from');
}

/** The last step of `npm run build`: remembers what dist/ was made from. */
export function stampBuild(root: string): void {
  writeFileSync(stampOf(root), digestOfSources(root));
}

function isFresh(root: string): boolean {
  const stamp = stampOf(root);
  if (!existsSync(join(root, ENTRY)) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === digestOfSources(root);
}

function runBuild(root: string, stopping: AbortSignal): Promise<{ code: number | null; output: string }> {
  const npm = process.env['npm_execpath'];
  const [file, ...args] = npm ? [process.execPath, npm, 'run', 'build'] : ['npm', 'run', 'build'];
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
    stopping.addEventListener('abort', () => child.kill('SIGTERM'));
  });
}

/**
 * Builds the product unless dist/ was made from exactly these sources.
 * @throws StartProblem when the build fails, with what it said last
 */
export async function ensureBuilt(
  root: string,
  stopping: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  if (isFresh(root)) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const lock = await takeLock(
    join(root, 'dist', '.building'),
    'Another start is building Seloste: wait for it.',
  );
  try {
    say('Building Seloste, which takes a minute; the next start will not need it …');
    const { code, output } = await runBuild(root, stopping);
    if (code !== 0 && !stopping.aborted)
      throw new StartProblem(`${output.trim()}\nThe build failed: mend what it says above, or run npm ci.`);
  } finally {
    lock.release();
  }
}
