import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chromium or Chrome that somebody installed is found. */
const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

interface Found {
  executablePath: string;
  /** What it needs in its environment. */
  env: Record<string, string>;
}

/**
 * Starts a real Chromium: on Linux x64 the one from npm, elsewhere an installed one (or `CHROMIUM_PATH`), and says which.
 * @throws Error when there is none: a browser test is never skipped silently.
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  process.stderr.write(`browser tests run in ${executablePath}\n`);
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

function findChromium(): Found {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  const installed = installedPlaces.find((place) => existsSync(place));
  if (!installed) throw new Error('No Chromium: install one, or set CHROMIUM_PATH to it.');
  return { executablePath: installed, env: {} };
}

/**
 * The package unpacks into the temporary folder: for each user and version one of our own, made whole before others see
 * it, so that users and processes don't trip over each other's files.
 */
function chromiumFromNpm(): Found {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const version = createHash('sha1')
    .update(entry)
    .update(String(statSync(entry).mtimeMs))
    .digest('hex')
    .slice(0, 8);
  const folder = join(tmpdir(), `seloste-chromium-${userInfo().uid}-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) unpackChromium(folder);
  return {
    executablePath,
    env: missesLibraries(executablePath) ? { LD_LIBRARY_PATH: unpackLibraries(folder) } : {},
  };
}

function unpackChromium(folder: string): void {
  const unfinished = mkdtempSync(`${folder}-`);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: unfinished },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`);
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another process was quicker
  }
}

/** A bare machine has no libnss3; the package brings it. */
const missesLibraries = (executable: string): boolean =>
  spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout.includes('not found');

function unpackLibraries(folder: string): string {
  const libraries = join(folder, 'lib');
  if (existsSync(libraries)) return libraries;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(entry), '..', 'bin', 'al2023.tar.br');
  const tar = spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  if (tar.status !== 0)
    throw new Error('The libraries that Chromium needs could not be unpacked: is tar installed?');
  return libraries;
}
