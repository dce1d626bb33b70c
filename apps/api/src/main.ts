import { BadConfiguration, loadConfig, loadMasterKey, log, migrate } from '@seloste/platform';
import { migrations } from '@seloste/migrations';
import { fillDigests } from '@seloste/permissions';
import { start } from './start.js';

/** Says in one sentence why the start ends here; exit code 78 is "bad configuration". */
function giveUp(error: unknown): never {
  if (error instanceof BadConfiguration) {
    console.error(error.message);
    process.exit(78);
  }
  log.fatal(
    { type: (error as Error)?.name, stack: (error as Error)?.stack?.split('\n').slice(1) },
    'start failed',
  );
  console.error('Seloste could not start; the log line above says where.');
  process.exit(1);
}

try {
  const config = loadConfig(process.env);
  const masterKey = loadMasterKey(config.masterKeyFile);
  await migrate(config.databaseUrl, masterKey, migrations);
  if (config.process !== 'api') await fillDigests(config.databaseUrl, masterKey);
  await start(config, masterKey);
} catch (error) {
  giveUp(error);
}
