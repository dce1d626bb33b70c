import { Injectable } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Webhook } from './webhook.entity.js';

interface Maker {
  name: string;
  email: string;
  language: Language;
}

/** Tells who made a webhook that it was disabled by itself. */
@Injectable()
export class WebhookNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** Nobody is told when the maker has left; the list of webhooks shows it. */
  async send(tx: EntityManager, webhook: Webhook, at: Date): Promise<void> {
    const [maker] = await tx.query<Maker[]>(
      'SELECT name, email, language FROM users WHERE id = $1 AND deactivated_at IS NULL',
      [webhook.createdBy],
    );
    if (!maker) return;
    const { name, email: to, language } = maker;
    await this.mailer.queue(tx, {
      to,
      language,
      template: 'webhook_disabled',
      values: {
        name,
        receiver: new URL(webhook.url).host,
        since: (webhook.failingSince ?? at).toISOString(),
        link: `${this.config.publicUrl}/settings/webhooks`,
      },
      userId: webhook.createdBy ?? undefined,
      about: { type: 'webhook', id: webhook.id },
    });
  }
}
