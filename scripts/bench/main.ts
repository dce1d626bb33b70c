import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ensureBuilt } from '../launcher/build.ts';
import { signIn, startApp } from './app.ts';
import { measureAudience } from './audience.ts';
import { loadPlatform } from './built.ts';
import { ChainSwitch } from './chain-switch.ts';
import { coursesOf, type Course } from './courses.ts';
import { startDatabase, type BenchDatabase } from './database.ts';
import { fillRegister } from './fill-register.ts';
import { issueLinks } from './links.ts';
import { Connection, rawRequest, type Target } from './load.ts';
import { measure, type Measured } from './measure.ts';
import { measureMessages } from './messages/measure-messages.ts';
import { measureErasure, type ErasureFigures } from './one-erasure.ts';
import { readOptions, type BenchOptions } from './options.ts';
import type { FloorSettings, ReadPlan } from './plan.ts';
import { endProgram, forkProgram, root } from './processes.ts';
import { record, type Recording } from './record.ts';
import { tableOf } from './report.ts';
import { findRequests } from './requests.ts';
import { measureRetention, type RetentionFigures } from './retention-run.ts';
import { measureStart } from './start-up.ts';

const say = (line: string): void =>
  void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** Fills the register unless a kept folder holds one of this size. */
async function prepare({ url, folder }: BenchDatabase, contacts: number): Promise<void> {
  const mark = join(folder, 'contacts');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === String(contacts)) return;
  say(`filling the register with ${contacts} people`);
  const migrated = await startApp({ databaseUrl: url, folder });
  await migrated.stop();
  await fillRegister(url, contacts, say);
  writeFileSync(mark, String(contacts));
}

interface Sides {
  app: Target;
  floor: Target;
}

async function startFloor(
  url: string,
  folder: string,
  recording: Recording,
): Promise<{ port: number; stop(): Promise<void> }> {
  const platform = await loadPlatform();
  const databaseUrl = platform.appUrl(url, platform.loadMasterKey(join(folder, 'master.key')));
  const { poolSize, extra } = platform.appDataSourceOptions(databaseUrl);
  const people = recording.people.flatMap(({ contact, timeline }) => [contact, timeline]);
  const plans = [...recording.lists, ...people, ...recording.searches];
  const settings: FloorSettings = {
    databaseUrl,
    poolSize,
    sessionOptions: extra.options,
    plans,
    create: recording.create,
    oneClick: recording.oneClick,
  };
  const child = forkProgram(new URL('./floor.ts', import.meta.url).pathname, folder, {
    log: 'floor.log',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => {
      resolve(message.port);
    });
    child.once('exit', () => {
      reject(new Error('the floor did not start: see floor.log'));
    });
    child.send(settings);
  });
  return { port, stop: () => endProgram(child) };
}

/** Both must answer the same, or the comparison means nothing. @throws Error naming the request */
async function assertAlike({ app, floor }: Sides, plans: readonly ReadPlan[]): Promise<void> {
  const ask = async (target: Target, path: string): Promise<unknown> => {
    const connection = await Connection.open(target.port);
    const body = await connection.send(rawRequest(target, path));
    connection.close();
    const answer = JSON.parse(body.toString()) as object;
    // A sealed cursor is another one each time: that there is one must agree.
    return 'nextCursor' in answer ? { ...answer, nextCursor: answer.nextCursor !== null } : answer;
  };
  for (const { path } of plans)
    if (!isDeepStrictEqual(await ask(app, path), await ask(floor, path)))
      throw new Error(`the floor answers ${path} otherwise than the application`);
}

/** Beside its floor. */
function measureCourse(
  { requests: make, ...what }: Course,
  sides: Sides,
  options: BenchOptions,
): Promise<Measured> {
  const side = (target: Target) => ({ port: target.port, next: make(target) });
  return measure(what, { app: side(sides.app), floor: side(sides.floor) }, options);
}

/** The application with the chain beside itself without. */
async function measureChain(
  { requests: make, ...what }: Course,
  app: Target,
  { url, ...options }: BenchOptions & { url: string },
): Promise<Measured> {
  const chain = await ChainSwitch.open(url);
  const side = (isOn: boolean) => ({ port: app.port, next: make(app), before: () => chain.set(isOn) });
  try {
    return await measure(what, { app: side(true), floor: side(false) }, options);
  } finally {
    await chain.close();
  }
}

async function measureOperations(options: BenchOptions, { url, folder }: BenchDatabase): Promise<Measured[]> {
  const tokens = options.only.includes('one-click') ? await issueLinks(url, folder) : [];
  const requests = { ...(await findRequests(url, 1_200)), tokens };
  say('recording what the application asks of PostgreSQL');
  const recording = await record(url, folder, requests);
  const running = await startApp({ databaseUrl: url, folder });
  const floor = await startFloor(url, folder, recording);
  try {
    const sides: Sides = {
      app: { port: running.port, cookie: await signIn(running.port) },
      floor: { port: floor.port, cookie: '' },
    };
    const sampled = recording.people.slice(0, 30).flatMap(({ contact, timeline }) => [contact, timeline]);
    const compared = { list: recording.lists, person: sampled, search: recording.searches };
    await assertAlike(
      sides,
      options.only.flatMap((one) => (one in compared ? compared[one as keyof typeof compared] : [])),
    );
    const lines: Measured[] = [];
    for (const course of options.only.flatMap((one) => coursesOf(one, recording, requests))) {
      say(`${course.operation}, ${course.clients} clients`);
      lines.push(
        course.isBesideNoChain
          ? await measureChain(course, sides.app, { ...options, url })
          : await measureCourse(course, sides, options),
      );
    }
    return lines;
  } finally {
    await floor.stop();
    await running.stop();
  }
}

function keep(result: object): string {
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

const options = readOptions(process.argv.slice(2));
const load = loadavg()[0] ?? 0;
await ensureBuilt(root, new AbortController().signal, say);
const database = await startDatabase(options.data);
try {
  const isFilled = options.only.some((operation) => operation !== 'start');
  const isMeasured = options.only.some(
    (one) => !['start', 'audience', 'messages', 'erasure', 'retention-run'].includes(one),
  );
  if (isFilled) await prepare(database, options.contacts);
  const audience = options.only.includes('audience')
    ? await measureAudience(database.url, database.folder)
    : null;
  const lines = isMeasured ? await measureOperations(options, database) : [];
  if (options.only.includes('messages')) {
    say('messages to a mail server');
    lines.push(await measureMessages(database.url, database.folder, options.rounds));
  }
  let erasure: ErasureFigures | null = null;
  if (options.only.includes('erasure')) {
    say('one person with many interactions');
    erasure = await measureErasure(database.url, database.folder);
  }
  let retention: RetentionFigures | null = null;
  if (options.only.includes('retention-run')) {
    say(`a purge of ${options.due} people`);
    retention = await measureRetention(database.url, database.folder, options.due);
  }
  const start = options.only.includes('start') ? await measureStart() : null;
  const machine = {
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    loadBefore: load,
    node: process.version,
  };
  const file = keep({ at: new Date(), ...options, machine, lines, start, audience, erasure, retention });
  process.stdout.write(
    `\n${options.contacts} contacts, ${options.contacts * 5} interactions; ${machine.cores} cores; times in ms\n\n`,
  );
  process.stdout.write(`${tableOf(lines, start, { audience, erasure, retention })}\n\n${file}\n`);
} finally {
  await database.stop();
}
