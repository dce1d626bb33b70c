import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { AppConfig } from '@seloste/platform';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { mailServer } from '../mail-server.js';
import { handOverAfter, type HandOver } from './hand-over.js';

/** A message to one person, ready to go. */
export interface PooledMail {
  /** Our id of the message: its Message-ID is made of it. */
  id: string;
  to: string;
  /** What the sender goes by, unless SELOSTE_MAIL_FROM says another name. */
  from: string;
  replyTo?: string | undefined;
  language: Language;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  dkim?: DkimKey | undefined;
}

/** What signs messages (RFC 6376). */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  /** PEM. */
  privateKey: string;
}

/** Signed: whoever changes one of them on the way breaks the signature, those of RFC 8058 among them. */
const signedHeaders =
  'From:Reply-To:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Language:List-Unsubscribe:List-Unsubscribe-Post:Precedence';

/** How long one message may take, in milliseconds: whoever objects waits until those in hand are out of it. */
const longest = 10_000;

/** Connections that are kept to the mail server, and messages that each carries before it is renewed. */
const [maxConnections, maxMessages] = [5, 100];

/** The Readable that a message flows out of, once it does. */
interface Flow {
  content?: Readable;
}

/** The way to the mail server for messages to people: a few connections that are kept, each message given exactly once. */
@Injectable()
export class MailPool implements OnModuleDestroy {
  /** How many messages may be under way at once. */
  readonly connections = maxConnections;

  private transporter: Promise<Transporter> | null = null;

  constructor(private readonly config: AppConfig) {}

  /** Does mail leave the house? */
  get isDeliverable(): boolean {
    return this.config.smtpUrl !== null;
  }

  /** Who mail comes from; null where there is no mail server. */
  get sender(): string | null {
    return this.config.mailFrom?.address ?? null;
  }

  /** The Message-ID that a message has whenever it is sent. */
  messageIdOf(id: string): string {
    return `<${id}@${this.sender?.split('@').at(-1) ?? 'localhost'}>`;
  }

  /** Gives the message to the mail server once. Call it for at most {@link connections} messages at a time. */
  async handOver(mail: PooledMail): Promise<HandOver> {
    const flow: Flow = {};
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), longest);
    try {
      const transporter = await this.open();
      const options: SendMailOptions & { flow: Flow } = { ...this.envelopeOf(mail), flow };
      await transporter.sendMail({ ...options, signal: patience.signal });
      return { result: 'taken' };
    } catch (error) {
      return handOverAfter(error, flow.content?.readableDidRead ?? false);
    } finally {
      clearTimeout(timer);
    }
  }

  async onModuleDestroy(): Promise<void> {
    const transporter = await this.transporter?.catch(() => null);
    transporter?.close();
  }

  private envelopeOf({ id, to, from, language, headers, dkim, ...content }: PooledMail) {
    const { mailFrom } = this.config;
    return {
      from: { name: mailFrom?.name ?? from, address: mailFrom?.address ?? '' },
      to: { name: '', address: to },
      messageId: this.messageIdOf(id),
      ...content,
      headers: { ...headers, 'Content-Language': language },
      ...(dkim ? { dkim: { ...dkim, headerFieldNames: signedHeaders } } : {}),
    };
  }

  private open(): Promise<Transporter> {
    this.transporter ??= connect(this.config.smtpUrl ?? '');
    return this.transporter;
  }
}

/** Where there is no mail server, nodemailer takes no memory. */
async function connect(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  // Left to itself, the pool gives a message again when its connection closes: whether that is safe is decided here.
  const transporter = createTransport({
    ...mailServer(smtpUrl),
    pool: true,
    maxConnections,
    maxMessages,
    maxRequeues: 0,
  });
  transporter.use('stream', (mail, done) => {
    const { flow } = mail.data as { flow?: Flow };
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const content = create(options);
      if (flow) flow.content = content;
      return content;
    };
    done();
  });
  return transporter;
}
