import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppConfig, MasterKey } from '@seloste/platform';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { RunWork } from '../../../libs/erasure/src/runs/run-work.js';

/** What a worker of the tests is told at its start. */
export interface PurgeWorkerSettings {
  databaseUrl: string;
  /** Hex. */
  masterKey: string;
  /** ISO 8601: the time at which it stands still. */
  now: string;
}

const settings = JSON.parse(process.env.WORKER_SETTINGS ?? '') as PurgeWorkerSettings;

const config = Object.assign(new AppConfig(), {
  publicUrl: 'http://127.0.0.1',
  dataDir: '/nonexistent',
  databaseUrl: settings.databaseUrl,
  smtpUrl: null,
  mailFrom: null,
  process: 'worker',
});
const masterKey = new MasterKey(Buffer.from(settings.masterKey, 'hex'));
const clock = { now: () => new Date(settings.now) };
const app = await NestFactory.createApplicationContext(AppModule.with(config, masterKey, clock), {
  logger: ['error', 'fatal'],
});
process.send?.('up');
for (;;) {
  const isDone = await app
    .get(RunWork)
    .run()
    .then(
      () => true,
      () => false, // the database was away: once more
    );
  if (isDone) process.send?.('idle');
  await new Promise((resolve) => setTimeout(resolve, 20));
}
