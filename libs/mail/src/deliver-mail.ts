import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK } from '@seloste/platform';
import { Deliveries } from './deliveries.js';
import { LetterDesk } from './letter-desk.js';
import type { MailMessage } from './mail-message.entity.js';
import { MailTransport, NotHandedOver } from './mail-transport.js';

/** Hands a message of the outbox over to the mail server. */
@Injectable()
export class DeliverMail {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly desk: LetterDesk,
    private readonly transport: MailTransport,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does nothing when the message is not due, or is in somebody else's hands. */
  async run(id: string): Promise<void> {
    const message = await this.deliveries.claim(id);
    if (message === null) return;
    if (this.config.smtpUrl === null) return this.deliveries.keep(message);
    if (message.deliverBefore !== null && message.deliverBefore <= this.clock.now())
      return this.deliveries.giveUp(message, 'too late');
    try {
      await this.send(message);
    } catch (error) {
      if (!(error instanceof NotHandedOver)) throw error;
      const { code, isFinal } = error;
      return isFinal ? this.deliveries.giveUp(message, code) : this.deliveries.postpone(message, code);
    }
    await this.deliveries.handedOver(message, this.transport.messageIdOf(id));
  }

  /** Does what should have followed a hand-over and failed. */
  followUp(id: string): Promise<void> {
    return this.deliveries.followUpLater(id);
  }

  private async send(message: MailMessage): Promise<void> {
    const writer = await this.desk.writer();
    const letter = this.desk.write(message, writer);
    if (letter === null) throw new NotHandedOver('cannot be opened', true);
    const { id, recipient: to, language } = message;
    await this.transport.send({ id, to, company: writer.company, language, letter });
  }
}
