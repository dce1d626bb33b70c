// The first step of `npm start`. It runs on any Node from 20 on and hands over to the Node that npm installed.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (!existsSync(installed)) {
  process.stderr.write('The dependencies are not installed: run npm ci, then npm start.\n');
  process.exit(1);
}
if (realpathSync(process.execPath) === realpathSync(installed)) {
  const { main } = await import('./launcher/main.ts');
  process.exit(await main(process.argv.slice(2)));
}

// The channel tells the launcher when this process is killed.
const launcher = spawn(installed, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
launcher.on('error', () => {
  process.stderr.write('The installed Node does not run on this machine: run npm ci again.\n');
  process.exit(1);
});
launcher.on('exit', (code) => process.exit(code ?? 1));
