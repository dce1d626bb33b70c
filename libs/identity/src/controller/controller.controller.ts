import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Requires } from '@seloste/platform';
import { ControllerResponse, UpdateController } from './controller.dto.js';
import { ControllerService } from './controller.service.js';

@Controller('controller')
export class ControllerController {
  constructor(private readonly service: ControllerService) {}

  /** The company that keeps the register. */
  @Get()
  @Requires('controller.read')
  get(): Promise<ControllerResponse> {
    return this.service.get();
  }

  @Patch()
  @Requires('controller.update')
  update(
    @Ctx() context: RequestContext,
    @Body() changes: UpdateController,
    @IfMatch() version?: number,
  ): Promise<ControllerResponse> {
    return this.service.update(context, changes, version);
  }
}
