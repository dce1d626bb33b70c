import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Reauthenticated, Requires } from '@seloste/platform';
import { SecondFactorReset } from './second-factor-reset.js';

@Controller('users/:id/second-factors')
export class SecondFactorResetController {
  constructor(private readonly reset: SecondFactorReset) {}

  /** Takes all second factors from a user who has lost them. The user's sessions end, and a letter says so. */
  @Delete()
  @Requires('users.manage')
  @Reauthenticated()
  @HttpCode(204)
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.reset.run(context, id);
  }
}
