import { BadConfiguration, loadConfig, loadMasterKey, migrate } from '@seloste/platform';
import { migrations } from '@seloste/migrations';
import { fillDigests } from '@seloste/permissions';
import { seedDemo, type DemoLogins } from './seed.js';

function announce({ password, users }: DemoLogins): void {
  const width = Math.max(...users.map(({ email }) => email.length));
  console.log(
    '\nHavukka Palvelut Oy is made up, like everybody in its register: no address or number here reaches anybody.',
  );
  console.log(`Sign in with the password: ${password}\n`);
  for (const { name, email, roles, language } of users)
    console.log(`  ${email.padEnd(width)}  ${name} (${roles}, ${language})`);
  console.log('');
}

/** Migrates and fills the database that the environment names, and prints whom to sign in as. */
try {
  const config = loadConfig(process.env);
  const masterKey = loadMasterKey(config.masterKeyFile);
  await migrate(config.databaseUrl, masterKey, migrations);
  const logins = await seedDemo(config.databaseUrl);
  await fillDigests(config.databaseUrl, masterKey);
  if (logins === null)
    throw new BadConfiguration(
      'This database holds a real register, so the demo stays out of it: set SELOSTE_DATA_DIR to another folder.',
    );
  announce(logins);
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  console.error(error.message);
  process.exitCode = 78;
}
