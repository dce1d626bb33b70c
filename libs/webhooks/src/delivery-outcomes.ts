import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { longestFailure, nextAttempt } from './back-off.js';
import type { Outcome } from './post-message.js';
import { Webhook } from './webhook.entity.js';
import type { Receiver, TakenDelivery } from './webhook-messages.js';
import { WebhookNotice } from './webhook-notice.js';
import { giveUpWaiting } from './webhooks.service.js';

const context = { actor: { kind: 'system', name: 'webhooks' }, requestId: 'webhooks' } as const;

/** With it a receiver says that it is not there any more. */
const gone = 410;

/** Writes down how attempts ended, and what follows. */
@Injectable()
export class DeliveryOutcomes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notice: WebhookNotice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Did it come through? A webhook that has failed for three days, or is gone, is disabled, and its maker is told. */
  async record({ id }: Receiver, delivery: TakenDelivery, outcome: Outcome): Promise<boolean> {
    const status = 'status' in outcome ? outcome.status : null;
    const isThrough = status !== null && status >= 200 && status < 300;
    const problem = isThrough ? null : 'problem' in outcome ? outcome.problem : 'status';
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const webhook = await tx.findOne(Webhook, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!webhook) return;
      const next = isThrough || !webhook.isEnabled ? null : nextAttempt(delivery.attempts, now);
      await tx.query(
        `UPDATE webhook_deliveries SET next_attempt_at = $2, delivered_at = $3, failed_at = $4, last_status = $5, last_problem = $6
         WHERE id = $1`,
        [delivery.id, next, isThrough ? now : null, isThrough || next ? null : now, status, problem],
      );
      if (isThrough) await this.recover(tx, webhook);
      else if (webhook.isEnabled) await this.fail(tx, webhook, status === gone);
    });
    return isThrough;
  }

  private async recover(tx: EntityManager, webhook: Webhook): Promise<void> {
    if (webhook.failingSince !== null) await tx.update(Webhook, { id: webhook.id }, { failingSince: null });
  }

  private async fail(tx: EntityManager, webhook: Webhook, isGone: boolean): Promise<void> {
    const now = this.clock.now();
    webhook.failingSince ??= now;
    const isOver = isGone || now.getTime() - webhook.failingSince.getTime() >= longestFailure;
    if (isOver) webhook.disable(now, null);
    await tx.save(webhook);
    if (!isOver) return;
    await giveUpWaiting(tx, webhook.id, now);
    const entry = { action: 'webhook.disable', subjectType: 'webhook', subjectId: webhook.id };
    await this.audit.record(tx, context, entry);
    await this.notice.send(tx, webhook, now);
  }
}
