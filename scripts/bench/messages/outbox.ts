import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { root } from '../processes.ts';
import { linked } from './content.ts';

/** The parts of the built product that this process drives; each is found by its class. */
interface Messages {
  queue(tx: unknown, messages: object[]): Promise<string[]>;
}
interface MessageContents {
  provide(kind: string, provider: (tx: unknown, messages: ToWrite[]) => Promise<Map<string, object>>): void;
}
interface ToWrite {
  id: string;
  links: { unsubscribe: string };
}
interface HandOvers {
  run(): Promise<void>;
}
interface Database {
  transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T>;
}
type Found = abstract new (...args: never[]) => object;

const load = async (file: string): Promise<Record<string, Found>> =>
  (await import(pathToFileURL(join(root, 'dist', file)).href)) as Record<string, Found>;

const [{ AppModule }, platform, messages, { HandOvers }] = await Promise.all([
  load('apps/api/src/app.module.js'),
  load('libs/platform/src/index.js'),
  load('libs/messages/src/index.js'),
  load('libs/messages/src/hand-over/hand-overs.js'),
]);
const { loadConfig, loadMasterKey } = platform as unknown as {
  loadConfig: (env: NodeJS.ProcessEnv) => { masterKeyFile: string };
  loadMasterKey: (file: string) => unknown;
};

/** The application's own worker, which hands over what it is told to queue, and tells in how many seconds. */
const config = loadConfig(process.env);
const Application = AppModule as unknown as { with: (config: unknown, masterKey: unknown) => never };
const module = Application.with(config, loadMasterKey(config.masterKeyFile));
const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
const part = <T>(found: Found | undefined): T => app.get(found as never);
const database = part<Database>(platform.Database);
const outbox = part<Messages>(messages.Messages);
const handOvers = part<HandOvers>(HandOvers);

part<MessageContents>(messages.MessageContents).provide('mailing', (_tx, toWrite) =>
  Promise.resolve(
    new Map(toWrite.map(({ id, links }) => [id, { ...linked(links.unsubscribe), carriesNotice: true }])),
  ),
);

async function send(contactIds: string[]): Promise<void> {
  const origin = { kind: 'mailing', id: randomUUID() };
  const all = contactIds.map((contactId) => ({ contactId, purpose: 'newsletter', language: 'fi', origin }));
  await database.transaction((tx) => outbox.queue(tx, all));
  const began = performance.now();
  await handOvers.run(); // the one that goes on, if its own clock was faster
  await handOvers.run();
  process.send?.({ seconds: (performance.now() - began) / 1_000, origin: origin.id });
}

process.on('message', (contactIds: string[]) => void send(contactIds));
process.send?.({ ready: true });
