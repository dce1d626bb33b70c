import type { DataSourceOptions } from 'typeorm';
import type { MasterKey } from '../config/master-key.js';
import { GuardedClient } from './guarded-client.js';
import { SnakeCase } from './naming.js';

/** Settings of every connection: a query that runs away is ended by the server, and times come back in UTC. */
const session = '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC';

/** The name of the limited role that belongs to a database. */
export const appRoleOf = (ownerUrl: string): string =>
  `${decodeURIComponent(new URL(ownerUrl).pathname.slice(1))}_app`;

/**
 * The app's connection: same server and database as the owner's, but the limited role, whose password is derived
 * from the master key, so that every process of an installation knows it and none has to store it.
 */
export function appUrl(ownerUrl: string, masterKey: MasterKey): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(appRoleOf(ownerUrl));
  url.password = masterKey.derive(`database role ${appRoleOf(ownerUrl)}`);
  return url.toString();
}

/** TypeORM's options for the app's limited role; entities come from the modules that own them. */
export const appDataSourceOptions = (
  url: string,
  poolSize = 12,
): DataSourceOptions & { autoLoadEntities: true } => ({
  type: 'postgres',
  url,
  autoLoadEntities: true,
  namingStrategy: new SnakeCase(),
  synchronize: false,
  migrationsRun: false,
  poolSize,
  extra: {
    Client: GuardedClient,
    options: session,
    application_name: 'seloste',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  },
});
