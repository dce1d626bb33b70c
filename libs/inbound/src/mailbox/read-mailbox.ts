import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, isPassing } from '@seloste/platform';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { QueryFailedError } from 'typeorm';
import { InboundMailbox } from './inbound-mailbox.entity.js';
import { InboundLetters } from './inbound-letters.js';
import { InboundMailboxes } from './inbound-mailboxes.js';
import { readLetter } from './letter.js';
import { failureOf, withMailbox } from './mailbox-connection.js';
import { suspect, type Suspicion } from './triage.js';

/** A mailbox that is read for the first time is looked through so far back, in milliseconds. */
const firstLook = 30 * 24 * 60 * 60 * 1000;
/** Letters whose headers are asked for at once. */
const batchSize = 200;
/** More than a run takes; the next goes on. */
const mostInOneRun = 5_000;
/** Bytes of a letter that are read: reports enclose the whole message, of which its headers are enough. */
const longestLetter = 256 * 1024;

/** What tells letters that may concern us from all others. */
const wantedHeaders = [
  ...['message-id', 'in-reply-to', 'references', 'from', 'subject'],
  ...['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'content-type'],
];

/**
 * Reads the mailbox: of new letters the headers, and of those that may concern a
 * message of ours the rest. Everything else stays unread, unmarked and where it is.
 */
@Injectable()
export class ReadMailbox {
  private readonly logger = new Logger(ReadMailbox.name);

  constructor(
    private readonly database: Database,
    private readonly mailboxes: InboundMailboxes,
    private readonly letters: InboundLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const mailbox = await this.mailboxes.find();
    if (mailbox === null) return;
    const writes = mailbox.afterReading !== 'leave';
    try {
      await withMailbox(this.mailboxes.accessTo(mailbox), writes, (client) => this.readNew(client, mailbox));
      await this.note(mailbox, { readAt: this.clock.now(), failure: null, failedAt: null });
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      await this.note(mailbox, { failure: failureOf(error), failedAt: this.clock.now() });
    }
  }

  private async readNew(client: ImapFlow, mailbox: InboundMailbox): Promise<void> {
    const folder = client.mailbox;
    if (!folder) return;
    const uidValidity = String(folder.uidValidity);
    const isKnown = uidValidity === mailbox.uidValidity;
    const last = isKnown ? Number(mailbox.lastUid) : 0;
    const since = new Date(this.clock.now().getTime() - firstLook);
    const found = await client.search(isKnown ? { uid: `${last + 1}:*` } : { since }, { uid: true });
    // `n:*` names the last letter also where it is older than n.
    const uids = (found || []).filter((uid) => uid > last).sort((a, b) => a - b);
    for (let at = 0; at < Math.min(uids.length, mostInOneRun); at += batchSize) {
      const batch = uids.slice(at, at + batchSize);
      await this.readBatch(client, mailbox, batch);
      await this.note(mailbox, { uidValidity, lastUid: String(batch.at(-1) ?? last) });
    }
    if (uids.length === 0 && !isKnown)
      await this.note(mailbox, { uidValidity, lastUid: String(Math.max(0, (folder.uidNext ?? 1) - 1)) });
  }

  private async readBatch(client: ImapFlow, mailbox: InboundMailbox, uids: number[]): Promise<void> {
    const byUid = { uid: true };
    const letters = await client.fetchAll(
      uids.join(','),
      { uid: true, internalDate: true, headers: wantedHeaders },
      byUid,
    );
    const taken: number[] = [];
    for (const letter of letters) if (await this.take(client, mailbox, letter)) taken.push(letter.uid);
    if (taken.length === 0) return;
    if (mailbox.afterReading === 'mark_seen')
      await client.messageFlagsAdd(taken.join(','), ['\\Seen'], byUid);
    if (mailbox.afterReading === 'delete') await client.messageDelete(taken.join(','), byUid);
  }

  /** A letter that nobody can make sense of is passed over: it must not keep the others from being read. */
  private async take(
    client: ImapFlow,
    { addresses }: InboundMailbox,
    { uid, internalDate, headers: source }: FetchMessageObject,
  ): Promise<boolean> {
    try {
      const headers = await readLetter(source ?? Buffer.alloc(0));
      const suspicion: Suspicion | null = suspect(headers, addresses);
      if (suspicion === null) return false;
      const now = this.clock.now();
      const came = new Date(internalDate ?? now);
      const at = came < now ? came : now;
      return await this.letters.take({ suspicion, at, whole: () => wholeLetter(client, uid) });
    } catch (error) {
      if (isOfDatabase(error) || !client.usable) throw error;
      this.logger.warn(`A letter was passed over: ${(error as Error).name}`);
      return false;
    }
  }

  /** Unless the settings were changed meanwhile. */
  private async note(mailbox: InboundMailbox, changes: Partial<InboundMailbox>): Promise<void> {
    const { id, version } = mailbox;
    await this.database.manager.update(InboundMailbox, { id, version }, changes);
  }
}

async function wholeLetter(client: ImapFlow, uid: number) {
  const source = { start: 0, maxLength: longestLetter };
  const letter = await client.fetchOne(String(uid), { uid: true, source }, { uid: true });
  return readLetter((letter && letter.source) || Buffer.alloc(0));
}

const isOfDatabase = (error: unknown): boolean => error instanceof QueryFailedError || isPassing(error);
