import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actingUserId, type RequestContext } from '@seloste/kernel';
import { MasterKey } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { IdempotencyKeyReused } from '../messages.errors.js';
import { Messages, type NewMessage } from '../messages.js';
import type { CreateMessage } from './one-to-one.dto.js';

/** A request to write to one person, and the caller's own name of it. */
export interface MessageRequest {
  key: string | null;
  contactId: string;
  input: CreateMessage;
}

/** Knows a request again that is sent twice, and queues its message once. */
@Injectable()
export class RequestedOnce {
  private readonly digestKey: Buffer;

  constructor(
    private readonly messages: Messages,
    masterKey: MasterKey,
  ) {
    this.digestKey = Buffer.from(masterKey.derive('requests of messages'), 'hex');
  }

  /**
   * The message that the same request wrote. Two at once: the second waits here for the first.
   * @throws IdempotencyKeyReused where the key named a request for something else
   */
  async earlier(tx: EntityManager, context: RequestContext, request: MessageRequest): Promise<string | null> {
    const { key } = request;
    if (key === null) return null;
    const author = actingUserId(context);
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`message ${author} ${key}`]);
    const [row] = await tx.query<{ id: string; digest: string | null }[]>(
      'SELECT id, request_digest AS digest FROM messages WHERE author_id = $1 AND idempotency_key = $2',
      [author, key],
    );
    if (row && !isSame(row.digest, this.digestOf(request))) throw new IdempotencyKeyReused();
    return row?.id ?? null;
  }

  /** Queues the message of the request. */
  async queue(tx: EntityManager, request: MessageRequest, message: NewMessage): Promise<void> {
    const { key } = request;
    const named = key !== null && { idempotencyKey: key, requestDigest: this.digestOf(request) };
    await this.messages.queue(tx, [{ ...message, ...named }]);
  }

  /** Of all that it asks for; keyed, for its words are not to be guessed from it. */
  private digestOf({ contactId, input }: MessageRequest): string {
    const { purpose, subject, body, language, areas, roleReason, templateId } = input;
    const asked = [contactId, purpose, subject, body, language, areas, roleReason, templateId];
    const text = JSON.stringify(asked.map((value) => value ?? null));
    return createHmac('sha256', this.digestKey).update(text).digest('base64url');
  }
}

const isSame = (known: string | null, asked: string): boolean =>
  known?.length === asked.length && timingSafeEqual(Buffer.from(known), Buffer.from(asked));
