import { setTimeout as delay } from 'node:timers/promises';
import type { DkimKey, MailPool } from '@seloste/mail';
import type { Pace } from '../settings/pace.js';
import type { Departure, Departures } from './departures.js';
import type { DecidedMessage } from './due-messages.js';
import type { Addressed, Hold } from './hold.js';
import type { WrittenLetter } from './letter.js';
import type { Outcome, Outcomes } from './outcomes.js';
import type { Slots } from './slots.js';

/** What is decided is begun within this time, or decided anew, in milliseconds: whoever objects waits for it. */
const latestStart = 5_000;

/** How long an outcome waits for others to be put on record with, in milliseconds. */
const gathering = 200;

/** So often an outcome is put on record before it is left in doubt. */
const mostTries = 8;

/** What all letters have in common. */
export interface Letterhead {
  from: string;
  dkim?: DkimKey | undefined;
}

/** What lanes share. */
export interface LaneTools {
  departures: Departures;
  outcomes: Outcomes;
  pool: MailPool;
  pace: Pace;
  batchSize: number;
  /** Whose batch it is to begin. */
  turn: Slots;
  /** The connections to the mail server. */
  connections: Slots;
  letterhead: Letterhead;
}

/** How a batch went: `resting`, the rate allows none now; `busy`, others hold all of them; `down`, the server takes none. */
export type BatchResult = 'sent' | 'idle' | 'resting' | 'busy' | 'down';

/**
 * One batch after the other: held, decided and written while the batch of another lane is on its way, put on record as
 * on its way, given to the mail server, and the outcome put on record. A process that dies leaves in doubt what it had
 * begun to give, and nothing else.
 */
export class Lane {
  /** Outcomes cannot be put on record any more. */
  private isGivenUp = false;

  constructor(
    private readonly hold: Hold,
    private readonly tools: LaneTools,
  ) {}

  async run(): Promise<BatchResult> {
    const { pace, batchSize } = this.tools;
    const leave = await pace.take(batchSize);
    if (leave === 0) return 'resting';
    const batch = await this.begin(leave);
    if (!Array.isArray(batch)) {
      await pace.giveBack(leave);
      return batch;
    }
    await pace.giveBack(leave - batch.length);
    return this.send(batch);
  }

  /** Takes, decides and writes the next batch, and puts it on record as leaving as soon as it is this lane's turn. */
  private async begin(limit: number): Promise<Sendable[] | 'idle' | 'busy'> {
    const { turn, departures } = this.tools;
    await this.hold.begin();
    let held: Addressed[] = [];
    try {
      const due = await departures.due(this.hold.tx, limit);
      held = await this.hold.take(due);
      if (held.length === 0) {
        await this.hold.rollback();
        return due.length === 0 ? 'idle' : 'busy';
      }
      const prepared = await departures.prepare(this.hold.tx, held);
      await turn.take();
      try {
        return await this.depart(prepared);
      } catch (error) {
        turn.release();
        throw error;
      }
    } catch (error) {
      await this.abandon(held);
      throw error;
    }
  }

  private async depart(prepared: Departure[]): Promise<Sendable[]> {
    const { departures, outcomes } = this.tools;
    const { tx } = this.hold;
    const among = (status: string) => prepared.filter((departure) => departure.status === status);
    await departures.record(tx, prepared);
    for (const [action, status] of [
      ['message.stop', 'stopped'],
      ['message.fail', 'failed'],
      ['message.keep', 'kept'],
    ] as const)
      await outcomes.tell(
        tx,
        action,
        among(status).map(({ message }) => message),
      );
    await this.hold.commit();
    const staying = prepared.filter(({ status }) => status !== 'handing_over');
    await this.hold.release(staying.map(({ message }) => message));
    return among('handing_over').flatMap(({ message, letter }) => (letter ? { message, letter } : []));
  }

  private async abandon(held: Addressed[]): Promise<void> {
    if (this.hold.isLost) return;
    if (this.hold.isInTransaction) await this.hold.rollback();
    await this.hold.release(held);
  }

  private async send(batch: Sendable[]): Promise<BatchResult> {
    const done: Outcome[] = [];
    let [hasTaken, isOver] = [false, false];
    const sending = this.giveAll(batch, done).finally(() => (isOver = true));
    try {
      for (;;) {
        await Promise.race([sending, delay(gathering)]);
        const isLast = isOver;
        const outcomes = done.splice(0);
        hasTaken ||= outcomes.some(({ handOver }) => handOver === null || handOver.result !== 'not_taken');
        if (outcomes.length > 0) await this.settle(outcomes);
        if (isLast) return hasTaken || batch.length === 0 ? 'sent' : 'down';
      }
    } catch (error) {
      // Whoever calls lets go of the addressees: until then what is begun is out of hand, and nothing else begins.
      this.isGivenUp = true;
      await sending;
      throw error;
    }
  }

  /** Gives each to the mail server as soon as a connection is free; another lane's turn begins with the last one. */
  private async giveAll(batch: Sendable[], done: Outcome[]): Promise<void> {
    const { turn, connections } = this.tools;
    const begun = performance.now();
    const under: Promise<void>[] = [];
    for (const one of batch) {
      await connections.take();
      if (this.isGivenUp || this.hold.isLost || performance.now() - begun > latestStart) {
        connections.release();
        done.push({ message: one.message, handOver: null });
      } else under.push(this.give(one, done).finally(() => connections.release()));
    }
    turn.release();
    await Promise.all(under);
  }

  private async give({ message, letter }: Sendable, done: Outcome[]): Promise<void> {
    const { pool, letterhead } = this.tools;
    const { id, recipient, language } = message;
    const { subject, text, html, headers, replyTo, fromName: from = letterhead.from } = letter;
    const content = { subject, text, html, headers, replyTo };
    const mail = { ...content, id, to: recipient ?? '', from, language, dkim: letterhead.dkim };
    done.push({ message, handOver: await pool.handOver(mail) });
  }

  /** Puts outcomes on record and lets go of their addressees. Who cannot is taken for dead, and they are in doubt. */
  private async settle(outcomes: Outcome[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.hold.begin();
        await this.tools.outcomes.record(this.hold.tx, outcomes);
        await this.hold.commit();
        return await this.hold.release(outcomes.map(({ message }) => message));
      } catch (error) {
        if (this.hold.isLost || tries === mostTries) throw error;
        if (this.hold.isInTransaction) await this.hold.rollback();
        await delay(50 * tries);
      }
    }
  }
}

/** A message on record as leaving, with its letter. */
interface Sendable {
  message: DecidedMessage;
  letter: WrittenLetter;
}
