import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Requires } from '@seloste/platform';
import { TodayResponse } from './today.dto.js';
import { TodayService } from './today.service.js';

@ApiTags('today')
@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @Requires('contacts.read')
  get(@Ctx() context: RequestContext): Promise<TodayResponse> {
    return this.today.get(context);
  }
}
