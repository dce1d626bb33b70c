import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { compare, percentile, type Figures, type Measured } from '../measure.ts';
import { endProgram, forkProgram } from '../processes.ts';

/** Messages that each side sends in each round. */
const perRound = 2_000;

/** What a child answers. */
interface Answer {
  port?: number;
  seconds?: number;
  origin?: string;
}

const answerOf = (child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('a process of the messages ended: see messages.log'));
    child.once('exit', end);
    child.once('message', (answer: Answer) => {
      child.off('exit', end);
      resolve(answer);
    });
  });

async function start(name: string, folder: string, env: NodeJS.ProcessEnv): Promise<[ChildProcess, Answer]> {
  const file = new URL(`./${name}.ts`, import.meta.url).pathname;
  const child = forkProgram(file, folder, { log: 'messages.log', env: { ...process.env, ...env } });
  return [child, await answerOf(child)];
}

/** People who may get a newsletter. */
async function audience(owner: Client, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT d.contact_id AS id FROM permission_decisions_of(
       ARRAY(SELECT id FROM contacts ORDER BY id LIMIT 50000), 'email', 'newsletter', NULL, false, now()) d WHERE d.allowed LIMIT $1`,
    [count],
  );
  if (rows.length < count) throw new Error(`only ${rows.length} people may get a newsletter`);
  return rows.map(({ id }) => id);
}

const figuresOf = (seconds: readonly number[]): Figures => {
  const each = seconds.map((time) => (time * 1_000) / perRound);
  const perSecond = (perRound * seconds.length) / seconds.reduce((sum, time) => sum + time, 0);
  return { perSecond, p50: percentile(each, 0.5), p99: percentile(each, 0.99) };
};

/**
 * Messages through the outbox to a mail server on this machine, with decisions, evidence and what follows, beside a bare
 * nodemailer pool that sends the same to as many, in turns.
 */
export async function measureMessages(url: string, folder: string, rounds: number): Promise<Measured> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  const [server, { port }] = await start('mail-server', folder, {});
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    NODE_ENV: 'production',
    SELOSTE_MAIL_FROM: 'crm@bench.example',
    SELOSTE_DATA_DIR: folder,
    SELOSTE_MASTER_KEY_FILE: join(folder, 'master.key'),
    SELOSTE_PROCESS: 'worker',
    DATABASE_URL: url,
  };
  const [[outbox], [bare]] = await Promise.all([
    start('outbox', folder, env),
    start('bare-pool', folder, env),
  ]);
  const ask = async (child: ChildProcess, what: unknown): Promise<Answer> => {
    const answer = answerOf(child);
    child.send(what as object);
    return answer;
  };
  try {
    const people = await audience(owner, perRound * (rounds + 1));
    const times = { app: [] as number[], floor: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const sent = await ask(outbox, people.slice(round * perRound, (round + 1) * perRound));
      await assertSent(owner, sent.origin ?? '');
      const bareSent = await ask(bare, perRound);
      if (round === 0) continue; // both are warm now
      times.app.push(sent.seconds ?? NaN);
      times.floor.push(bareSent.seconds ?? NaN);
    }
    const what = { operation: 'messages to a mail server', clients: 5, limit: { ratio: 0.7 } };
    return compare(what, figuresOf(times.app), figuresOf(times.floor));
  } finally {
    await Promise.all([server, outbox, bare].map(endProgram));
    await owner.end();
  }
}

/** @throws Error when not all were handed over with a decision on record, or the timeline does not tell of them */
async function assertSent(owner: Client, origin: string): Promise<void> {
  const { rows } = await owner.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM messages WHERE origin_id = $1 AND status = 'handed_over' AND decision_code IS NOT NULL AND interaction_id IS NOT NULL`,
    [origin],
  );
  if (rows[0]?.sent !== perRound) throw new Error(`${rows[0]?.sent} of ${perRound} messages were sent`);
}
