import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Requires } from '@seloste/platform';
import { ForecastQuery, ForecastResponse } from './forecast.dto.js';
import { Forecast } from './forecast.js';

@ApiTags('retention')
@Controller('retention/forecast')
export class ForecastController {
  constructor(private readonly forecast: Forecast) {}

  /** Who goes in the days to come; the counts by week, ground and owner come with the first page. */
  @Get()
  @Requires('retention.read')
  read(@Ctx() context: RequestContext, @Query() query: ForecastQuery): Promise<ForecastResponse> {
    return this.forecast.read(context, query);
  }
}
