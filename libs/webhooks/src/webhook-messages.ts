import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import { Webhook as Signer } from 'standardwebhooks';
import type { Message } from './post-message.js';
import { bodyOf, type Announcement } from './webhook-events.js';
import { webhookSecretUse } from './webhooks.service.js';

/** Where messages go. */
export interface Receiver {
  id: string;
  url: string;
  sealed_secret: string;
}

/** A message that is about to be sent. */
export interface TakenDelivery extends Announcement {
  id: string;
  attempts: number;
}

/** Writes and signs messages by the Standard Webhooks scheme (standardwebhooks.com). */
@Injectable()
export class WebhookMessages {
  constructor(
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  write({ id, url, sealed_secret: sealed }: Receiver, delivery: TakenDelivery): Message {
    const secret = this.sealer.open(sealed, webhookSecretUse, id);
    if (secret === null) throw new Error('The secret of a webhook was sealed under another master key.');
    const body = bodyOf(delivery);
    const at = this.clock.now();
    return {
      url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Seloste',
        'webhook-id': delivery.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Signer(secret).sign(delivery.id, at, body),
      },
    };
  }
}
