import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** An event as its digest sees it: times in microseconds, lists joined by commas. */
export interface DigestedEvent {
  id: string;
  /** Microseconds since 1970. */
  occurredAt: string;
  class: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectType: string;
  subjectId: string | null;
  fields: string;
  shownIds: string;
  requestId: string;
}

/** A link of the chain without its hash. */
export interface LinkBody {
  seq: number;
  eventId: string;
  class: string;
  /** Microseconds since 1970. */
  occurredAt: string;
  /** Whether the event bore the mark of a process that holds the master key. */
  attested: boolean;
  digest: Buffer;
}

/** Where the chain begins and ends, and what was pruned. */
export interface ChainState {
  /** ISO 8601. */
  beganAt: string;
  /** Links up to here are of events that are older than the chain. */
  baselineSeq: number;
  firstSeq: number;
  /** The hash of the link before the first. */
  firstPrevious: Buffer;
  lastSeq: number;
  lastHash: Buffer;
  /** Microseconds since 1970: events before are pruned, or on their way out. */
  readsPrunedUntil: string | null;
  decisionsPrunedUntil: string | null;
}

const hmac = (key: KeyObject, text: string | Buffer): Buffer =>
  createHmac('sha256', key).update(text).digest();

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** Before the first link of a chain. */
export const genesis = Buffer.alloc(32);

/**
 * The keyed digests of the audit record. The keys are derived from the master key, outside the database: who owns the
 * database alone can neither add an event, nor compute a link, nor move the chain's ends.
 */
export class AuditKeys {
  private readonly event: KeyObject;
  private readonly link: KeyObject;
  private readonly state: KeyObject;

  /** @param derive a 32-byte key for one use, in hex: `MasterKey.derive` */
  constructor(derive: (use: string) => string) {
    const key = (use: string) => createSecretKey(derive(use), 'hex');
    this.event = key('audit events');
    this.link = key('audit links');
    this.state = key('audit chain');
  }

  digest(event: DigestedEvent): Buffer {
    const { id, occurredAt, actorKind, actorId, actorName, action, subjectType, subjectId } = event;
    const who = [actorKind, actorId, actorName];
    const what = [event.class, action, subjectType, subjectId, event.fields, event.shownIds];
    return hmac(this.event, JSON.stringify([1, id, occurredAt, ...who, ...what, event.requestId]));
  }

  hash(previous: Buffer, link: LinkBody): Buffer {
    const numbers = Buffer.alloc(18);
    numbers.writeBigInt64BE(BigInt(link.seq), 0);
    numbers.writeBigInt64BE(BigInt(link.occurredAt), 8);
    numbers.writeUInt8(link.class === 'read' ? 0 : 1, 16);
    numbers.writeUInt8(link.attested ? 1 : 0, 17);
    return hmac(this.link, Buffer.concat([previous, numbers, bytesOf(link.eventId), link.digest]));
  }

  seal(state: ChainState): Buffer {
    const { firstPrevious, lastHash, ...rest } = state;
    const hashes = [firstPrevious.toString('hex'), lastHash.toString('hex')];
    const { beganAt, baselineSeq, firstSeq, lastSeq, readsPrunedUntil, decisionsPrunedUntil } = rest;
    const numbers = [beganAt, baselineSeq, firstSeq, lastSeq, readsPrunedUntil, decisionsPrunedUntil];
    return hmac(this.state, JSON.stringify(['chain', ...numbers, ...hashes]));
  }

  /** Marks a retention rule as set through the application. */
  sealRetention(rule: { class: string; months: number }): Buffer {
    return hmac(this.state, JSON.stringify(['retention', rule.class, rule.months]));
  }
}
