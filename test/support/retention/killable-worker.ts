import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Erasures } from '@seloste/erasure';
import { AppConfig, MasterKey } from '@seloste/platform';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { PurgePeople } from '../../../libs/erasure/src/runs/purge-people.js';
import { PurgeThings } from '../../../libs/erasure/src/runs/purge-things.js';
import { RunPlan } from '../../../libs/erasure/src/runs/run-plan.js';
import { RunWork } from '../../../libs/erasure/src/runs/run-work.js';
import type { PurgeWorkerSettings, Word } from './purge-worker-words.js';

const settings = JSON.parse(process.env.WORKER_SETTINGS ?? '') as PurgeWorkerSettings;
const tell = (word: Word): void => void process.send?.(word);

const config = Object.assign(new AppConfig(), {
  publicUrl: 'http://127.0.0.1',
  dataDir: '/nonexistent',
  databaseUrl: settings.databaseUrl,
  smtpUrl: null,
  mailFrom: null,
  process: settings.process,
});
const masterKey = new MasterKey(Buffer.from(settings.masterKey, 'hex'));
const clock = { now: () => new Date(settings.now) };
const app = await NestFactory.createApplicationContext(AppModule.with(config, masterKey, clock), {
  logger: ['error', 'fatal'],
});

/** Has it told when a process is at a part, and at which one it is afterwards. */
function telling<K extends string>(
  worker: Record<K, (...given: never[]) => Promise<unknown>>,
  method: K,
  [during, after]: [Word, Word],
): void {
  const work = worker[method].bind(worker) as (...given: unknown[]) => Promise<unknown>;
  worker[method] = async (...given: unknown[]) => {
    tell(during);
    const result = await work(...given);
    tell(after);
    return result;
  };
}
telling(app.get(RunPlan), 'begin', ['planning', 'people']);
telling(app.get(PurgePeople), 'purge', ['people', 'things']);
telling(app.get(Erasures), 'completeTogether', ['look', 'people']);
telling(app.get(PurgeThings), 'purge', ['things', 'finishing']);

async function workAgainAndAgain(): Promise<void> {
  const work = app.get(RunWork);
  for (;;) {
    const isDone = await work.run().then(
      () => true,
      () => false, // the database was away: once more
    );
    if (isDone) tell('idle');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
process.once('message', () => void workAgainAndAgain());
tell('up');
