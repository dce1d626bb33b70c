import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Reauthenticated, Requires } from '@seloste/platform';
import { GrantHistories } from './grant-history.js';
import { EndGrant, GiveGrant, GrantHistory, GrantResponse } from './grants.dto.js';
import { Grants } from './grants.service.js';

@Controller()
export class GrantsController {
  constructor(
    private readonly grants: Grants,
    private readonly histories: GrantHistories,
  ) {}

  /** Every role that the user holds, held or will hold, newest first. */
  @Get('users/:id/grants')
  @Requires('grants.review')
  list(@Param('id', IdPipe) userId: string): Promise<GrantHistory> {
    return this.histories.of(userId);
  }

  /**
   * Gives a role, with a reason and perhaps from when to when. Administrators may give one to themselves; the other
   * administrators and the privacy officers get mail about it. 409 `role_held` while another grant of the role is open.
   */
  @Post('users/:id/grants')
  @Requires('grants.manage')
  @Reauthenticated()
  async give(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) userId: string,
    @Body() grant: GiveGrant,
  ): Promise<GrantResponse> {
    return this.histories.get(await this.grants.give(context, userId, grant));
  }

  /** Ends a grant at once; the reason is kept. 409 `last_admin` when nobody could manage users without it. */
  @Delete('grants/:id')
  @Requires('grants.manage')
  @Reauthenticated()
  @HttpCode(204)
  end(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string, @Body() end: EndGrant): Promise<void> {
    return this.grants.end(context, id, end);
  }
}
