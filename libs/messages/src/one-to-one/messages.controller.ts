import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type ExecutionContext,
  createParamDecorator,
} from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Limited, ListQuery, Requires } from '@seloste/platform';
import type { Request } from 'express';
import { MessagesService } from './messages.service.js';
import { CreateMessage, MessagePage, MessageResponse } from './one-to-one.dto.js';
import { WriteMessage } from './write-message.js';

/** Parameter decorator: the caller's own name of the request, so that it can be sent again; null without one. */
const IdempotencyKey = createParamDecorator((_: unknown, execution: ExecutionContext): string | null => {
  const key = execution.switchToHttp().getRequest<Request>().header('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw InvalidInput.of('Idempotency-Key', 'format', 'must be 1 to 200 visible ASCII characters');
  return key;
});

/** Mail to people of the register. */
@ApiTags('messages')
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly write: WriteMessage,
  ) {}

  /**
   * Writes to one person. It leaves ten seconds later, decided once more; until then it can be taken back. 409
   * `not_permitted` carries the decision that forbids it.
   */
  @Post('contacts/:id/messages')
  @Requires('messages.create')
  @Limited(30, 60)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Sent again with the same key, nothing is written twice; 409 `idempotency_key_reused` with the key of another request.',
  })
  async create(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Body() message: CreateMessage,
    @IdempotencyKey() key: string | null,
  ): Promise<MessageResponse> {
    return this.messages.get(context, await this.write.run(context, contactId, message, key));
  }

  /** What was written to a person, by hand and by mailings, and what became of it; newest first. */
  @Get('contacts/:id/messages')
  @Requires('contacts.read')
  list(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Query() query: ListQuery,
  ): Promise<MessagePage> {
    return this.messages.list(context, contactId, query);
  }

  /** Takes a mail back that has not left; 409 `message_gone` when it has. */
  @Delete('messages/:id')
  @HttpCode(204)
  @Requires('messages.create')
  cancel(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.messages.cancel(context, id);
  }
}
