import { Injectable, Logger } from '@nestjs/common';
import type { Language, Purpose } from '@seloste/kernel';
import type { DecisionCode, LinkUrls, Obligation } from '@seloste/permissions';
import { describeError } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { MessageClass, MessageOrigin } from './message.entity.js';

/** A message that is about to leave and needs its words. */
export interface MessageToWrite {
  id: string;
  contactId: string;
  language: Language;
  class: MessageClass;
  purpose: Purpose;
  originKind: MessageOrigin;
  originId: string | null;
  authorId: string | null;
  /** What permits it, to be said in it. */
  code: DecisionCode;
  /** What has to go with it, such as the notice of GDPR Art. 14. */
  obligations: Obligation[];
  /** The person's own way to say no, valid from the moment the message was queued. */
  links: LinkUrls;
  sealedContent: string | null;
}

/** What a message says. Both parts say the same; marketing names the unsubscribe link in both, or does not leave. */
export interface MessageContent {
  subject: string;
  text: string;
  html: string;
  /** Who writes, where it is somebody in particular, and where answers go. */
  fromName?: string;
  replyTo?: string;
  /** What the person's timeline tells besides the subject; nothing for what thousands get alike. */
  note?: string | null;
  /** It holds the notice of GDPR Art. 14. Where that is due, a message without it does not leave. */
  carriesNotice?: boolean;
}

/**
 * Writes any number of messages of one kind, in the transaction that decides about them. Who is left out of the answer
 * gets nothing: their message fails with `no_content`.
 */
export type ContentProvider = (
  tx: EntityManager,
  messages: MessageToWrite[],
) => Promise<Map<string, MessageContent>>;

/** Who writes which kind of message. Words are made when a message leaves, not when it is queued. */
@Injectable()
export class MessageContents {
  private readonly logger = new Logger('Messages');
  private readonly providers = new Map<MessageOrigin, ContentProvider>();

  /** One provider for each kind. Call it in `onModuleInit`: the outbox begins right after. */
  provide(kind: MessageOrigin, provider: ContentProvider): void {
    this.providers.set(kind, provider);
  }

  /**
   * What each of the messages says, by id. A provider that fails takes nobody else's messages with it: null stands for
   * each of its own, and they are tried again.
   */
  async of(tx: EntityManager, messages: MessageToWrite[]): Promise<Map<string, MessageContent | null>> {
    const contents = new Map<string, MessageContent | null>();
    for (const [kind, provider] of this.providers) {
      const ofKind = messages.filter(({ originKind }) => originKind === kind);
      if (ofKind.length === 0) continue;
      try {
        const written = await tx.transaction((savepoint) => provider(savepoint, ofKind));
        for (const [id, content] of written) contents.set(id, content);
      } catch (error) {
        this.logger.error(`Messages of kind ${kind} cannot be written: ${describeError(error)}`);
        for (const { id } of ofKind) contents.set(id, null);
      }
    }
    return contents;
  }
}
