import { execFile, execFileSync } from 'node:child_process';

/** @returns the version. @throws Error that says how to get the program */
export function versionOf(program: string): string {
  try {
    const said = execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+(\.\d+)+/.exec(said)?.[0] ?? 'of unknown version';
  } catch {
    throw new Error(`${program} is not installed. On Debian and Ubuntu: apt-get install sqlmap wapiti`);
  }
}

/** What a program printed, whatever its exit code. @param patience milliseconds, after which it is ended */
export function runProgram(
  program: string,
  options: string[],
  patience: number,
): Promise<{ output: string; isWhole: boolean }> {
  return new Promise((resolve) => {
    execFile(program, options, { timeout: patience, maxBuffer: 64 * 1024 * 1024 }, (error, output) => {
      resolve({ output, isWhole: error?.killed !== true });
    });
  });
}
