import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Requires } from '@seloste/platform';
import { CreatePurpose, PurposeList, PurposeResponse, UpdatePurpose } from './purposes.dto.js';
import { PurposesService } from './purposes.service.js';

/** What people's data is used for, and what that rests on. */
@ApiTags('purposes')
@Controller('purposes')
export class PurposesController {
  constructor(private readonly purposes: PurposesService) {}

  @Get()
  @Requires('purposes.read')
  list(@Ctx() context: RequestContext): Promise<PurposeList> {
    return this.purposes.list(context);
  }

  @Post()
  @Requires('purposes.manage')
  create(@Ctx() context: RequestContext, @Body() input: CreatePurpose): Promise<PurposeResponse> {
    return this.purposes.create(context, input);
  }

  /** Changes basis, note and review, or switches the purpose on or off. */
  @Patch(':key')
  @Requires('purposes.manage')
  update(
    @Ctx() context: RequestContext,
    @Param('key') key: string,
    @Body() input: UpdatePurpose,
    @IfMatch() ifMatch?: number,
  ): Promise<PurposeResponse> {
    return this.purposes.update(context, key, input, ifMatch);
  }
}
