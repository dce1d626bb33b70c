import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { PermissionReading } from './permission-reading.js';
import { DecisionResponse, PermissionPath, PermissionQuery, PermissionsResponse } from './permissions.dto.js';

/** A reason counts for being there, whatever it says. */
const said = 'said';

/** How a person may be contacted, and why. */
@ApiTags('permissions')
@Controller()
export class PermissionsController {
  constructor(private readonly reading: PermissionReading) {}

  @Get('contacts/:id/permissions')
  @Requires('contacts.read')
  all(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<PermissionsResponse> {
    return this.reading.all(context, id);
  }

  /** Asked before somebody is contacted: with what it is about, where that is known. */
  @Get('contacts/:id/permissions/:channel/:purpose')
  @Requires('contacts.read')
  one(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Param() { channel, purpose }: PermissionPath,
    @Query() { areas, hasRoleReason }: PermissionQuery,
  ): Promise<DecisionResponse> {
    const roleReason = hasRoleReason === 'true' ? said : null;
    return this.reading.one(context, id, { channel, purpose, areas, roleReason });
  }
}
