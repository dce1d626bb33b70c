import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  peer?: boolean;
}

function packagesIn(file: string): Record<string, LockedPackage> {
  return (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> }).packages;
}

/**
 * Compares what npm installed with package-lock.json.
 * @throws StartProblem when something the product needs is missing or of another version
 */
export function assertInstalled(root: string): void {
  let installed: Record<string, LockedPackage>;
  try {
    installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  } catch {
    throw new StartProblem('The dependencies are not installed: run npm ci, then npm start.');
  }
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')));
  const stale = wanted.some(
    ([path, { version, dev, optional, devOptional, peer }]) =>
      path !== '' && !dev && !optional && !devOptional && !peer && installed[path]?.version !== version,
  );
  if (stale)
    throw new StartProblem('The dependencies changed since they were installed: run npm ci, then npm start.');
}
