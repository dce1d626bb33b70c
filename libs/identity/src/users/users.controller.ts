import { Body, Controller, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Reauthenticated, Requires } from '@seloste/platform';
import { FreshProofToChangeAccess } from '../grants/fresh-proof.js';
import { AccountsByHand } from './accounts-by-hand.js';
import { UserDirectory } from './user-directory.js';
import { CreateUser, UpdateUser, UserPage, UserQuery, UserResponse } from './users.dto.js';
import { UsersService } from './users.service.js';

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly byHand: AccountsByHand,
    private readonly directory: UserDirectory,
  ) {}

  @Get()
  @Requires('users.read')
  list(@Ctx() context: RequestContext, @Query() query: UserQuery): Promise<UserPage> {
    return this.directory.list(context, query);
  }

  @Get(':id')
  @Requires('users.read')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<UserResponse> {
    return this.directory.get(context, id);
  }

  /**
   * A personal account for a new colleague, with a first password. Its owner, the other administrators and the privacy
   * officers are told by mail; with an invitation nobody but the owner ever knows the password.
   */
  @Post()
  @Requires('users.manage')
  @Reauthenticated()
  async create(@Ctx() context: RequestContext, @Body() user: CreateUser): Promise<UserResponse> {
    return this.directory.get(context, await this.byHand.create(context, user));
  }

  /** What changes access (roles, duty, kind, active, reason, endsAt) asks for a proof of identity of the last ten minutes. */
  @Patch(':id')
  @Requires('users.manage')
  @UseGuards(FreshProofToChangeAccess)
  async update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() changes: UpdateUser,
    @IfMatch() version?: number,
  ): Promise<UserResponse> {
    await this.users.update(context, id, changes, version);
    return this.directory.get(context, id);
  }
}
