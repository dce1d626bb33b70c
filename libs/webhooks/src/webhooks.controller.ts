import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Reauthenticated, Requires } from '@seloste/platform';
import { DeliveryLog } from './delivery-log.js';
import {
  CreateWebhook,
  NewWebhookResponse,
  WebhookDeliveryPage,
  WebhookList,
  WebhookResponse,
} from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

/** Systems that are told about acts, by messages signed after the Standard Webhooks scheme: ids and names, never a value. */
@Controller('webhooks')
@Requires('webhooks.manage')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: DeliveryLog,
  ) {}

  @Get()
  async list(): Promise<WebhookList> {
    return { items: await this.webhooks.list() };
  }

  @Get(':id')
  get(@Param('id', IdPipe) id: string): Promise<WebhookResponse> {
    return this.webhooks.get(id);
  }

  @Post()
  @Reauthenticated()
  create(@Ctx() context: RequestContext, @Body() webhook: CreateWebhook): Promise<NewWebhookResponse> {
    return this.webhooks.create(context, webhook);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.webhooks.remove(context, id);
  }

  /** Sends again, from now on. */
  @Put(':id/activation')
  @Reauthenticated()
  async enable(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<WebhookResponse> {
    await this.webhooks.enable(context, id);
    return this.webhooks.get(id);
  }

  /** Sends nothing any more; what waits is given up. */
  @Delete(':id/activation')
  async disable(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<WebhookResponse> {
    await this.webhooks.disable(context, id);
    return this.webhooks.get(id);
  }

  /** What was sent in the last 30 days, and how it went; newest first. */
  @Get(':id/deliveries')
  listDeliveries(@Param('id', IdPipe) id: string, @Query() query: ListQuery): Promise<WebhookDeliveryPage> {
    return this.deliveries.list(id, query);
  }
}
