import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Reauthenticated, Requires } from '@seloste/platform';
import { TeamDirectory } from './team-directory.js';
import { CreateTeam, TeamList, TeamResponse, UpdateTeam } from './teams.dto.js';
import { TeamsService } from './teams.service.js';

@Controller('teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly directory: TeamDirectory,
  ) {}

  @Get()
  @Requires('users.read')
  list(): Promise<TeamList> {
    return this.directory.list();
  }

  @Get(':id')
  @Requires('users.read')
  get(@Param('id', IdPipe) id: string): Promise<TeamResponse> {
    return this.directory.get(id);
  }

  @Post()
  @Requires('teams.manage')
  @Reauthenticated()
  async create(@Ctx() context: RequestContext, @Body() team: CreateTeam): Promise<TeamResponse> {
    return this.directory.get(await this.teams.create(context, team));
  }

  @Patch(':id')
  @Requires('teams.manage')
  @Reauthenticated()
  async update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() changes: UpdateTeam,
    @IfMatch() version?: number,
  ): Promise<TeamResponse> {
    await this.teams.update(context, id, changes, version);
    return this.directory.get(id);
  }

  /** Dissolves the team. Its members keep their other teams; without any they share with nobody. */
  @Delete(':id')
  @Requires('teams.manage')
  @Reauthenticated()
  @HttpCode(204)
  dissolve(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @IfMatch() version?: number,
  ): Promise<void> {
    return this.teams.dissolve(context, id, version);
  }

  /** Puts a user into the team, beside the teams that they are in. */
  @Put(':id/members/:userId')
  @Requires('teams.manage')
  @Reauthenticated()
  async join(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Param('userId', IdPipe) userId: string,
  ): Promise<TeamResponse> {
    await this.teams.join(context, id, userId);
    return this.directory.get(id);
  }

  @Delete(':id/members/:userId')
  @Requires('teams.manage')
  @Reauthenticated()
  async leave(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Param('userId', IdPipe) userId: string,
  ): Promise<TeamResponse> {
    await this.teams.leave(context, id, userId);
    return this.directory.get(id);
  }
}
