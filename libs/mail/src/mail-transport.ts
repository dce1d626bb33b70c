import { Injectable } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { AppConfig } from '@seloste/platform';
import type { RenderedLetter } from './letters/letter.js';
import { mailServer } from './mail-server.js';

/** A letter in its envelope. */
export interface OutgoingMail {
  /** Our id of the message: its Message-ID is made of it, so that a second copy is recognised as one. */
  id: string;
  to: string;
  /** The company's name, which the sender goes by unless SELOSTE_MAIL_FROM says another. */
  company: string;
  language: Language;
  letter: RenderedLetter;
}

/** The mail server said no, or nothing. `code` is the transport's and the server's code, without words. */
export class NotHandedOver extends Error {
  constructor(
    readonly code: string,
    /** Trying again is of no use: the server refuses this address or this message. */
    readonly isFinal: boolean,
  ) {
    super(code);
  }
}

/** The mail server of SMTP_URL. Mail crosses a network encrypted or not at all (GDPR Art. 32). */
@Injectable()
export class MailTransport {
  constructor(private readonly config: AppConfig) {}

  /** The Message-ID that a message has whenever it is sent. */
  messageIdOf(id: string): string {
    return `<${id}@${this.config.mailFrom?.address.split('@').at(-1) ?? 'localhost'}>`;
  }

  /** @throws NotHandedOver */
  async send({ id, to, company, language, letter }: OutgoingMail): Promise<void> {
    const from = this.config.mailFrom;
    if (this.config.smtpUrl === null || from === null) throw new NotHandedOver('no mail server', false);
    const { createTransport } = await import('nodemailer'); // where there is no mail server, it takes no memory
    const transporter = createTransport(mailServer(this.config.smtpUrl));
    try {
      await transporter.sendMail({
        from: { name: from.name ?? company, address: from.address },
        to: { name: '', address: to },
        messageId: this.messageIdOf(id),
        ...letter,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': language,
        },
      });
    } catch (error) {
      throw refusalOf(error);
    } finally {
      transporter.close();
    }
  }
}

/** What is wrong with this address or message (5xx) stays wrong; anything else may pass. */
function refusalOf(error: unknown): NotHandedOver {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const isFinal = ['EENVELOPE', 'EMESSAGE'].includes(code) && (responseCode ?? 0) >= 500;
  return new NotHandedOver([code, responseCode].filter(Boolean).join(' '), isFinal);
}
