import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '@seloste/mail';
import { DeliveryLog } from './delivery-log.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DueDeliveries } from './due-deliveries.js';
import { WebhookDispatch } from './dispatch-webhooks.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import { WebhookMessages } from './webhook-messages.js';
import { WebhookNotice } from './webhook-notice.js';
import { WebhooksController } from './webhooks.controller.js';
import { Webhooks } from './webhooks.service.js';

/** Tells other systems what happened: that it did and to which record, never more. */
@Module({
  imports: [MailModule, TypeOrmModule.forFeature([Webhook, WebhookDelivery])],
  controllers: [WebhooksController],
  providers: [
    DeliveryLog,
    DeliveryOutcomes,
    DueDeliveries,
    WebhookDispatch,
    WebhookMessages,
    WebhookNotice,
    Webhooks,
  ],
})
export class WebhooksModule {}
