import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Requires } from '@seloste/platform';
import type { Response } from 'express';
import {
  LiftRestriction,
  PlaceRestriction,
  RestrictionPage,
  RestrictionResponse,
} from './restrictions.dto.js';
import { RestrictionsService } from './restrictions.service.js';

/** Why the caller acts as privacy officer. */
const PrivacyReason = () =>
  ApiHeader({
    name: 'X-Privacy-Reason',
    required: true,
    description: 'why; percent-encoded UTF-8, at most 500 characters',
  });

@ApiTags('restrictions')
@Controller()
@Requires('contacts.restrict')
export class RestrictionsController {
  constructor(private readonly restrictions: RestrictionsService) {}

  /** Everybody whose processing is restricted. */
  @Get('restrictions')
  @PrivacyReason()
  list(@Ctx() context: RequestContext, @Query() query: ListQuery): Promise<RestrictionPage> {
    return this.restrictions.list(context, query);
  }

  @Get('contacts/:id/restriction')
  @PrivacyReason()
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RestrictionResponse> {
    return this.restrictions.get(context, id);
  }

  /** Makes the person absent for everybody but a privacy officer who acts as such. Takes a lifting back that has not happened yet. */
  @Put('contacts/:id/restriction')
  place(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: PlaceRestriction,
  ): Promise<RestrictionResponse> {
    return this.restrictions.place(context, id, input);
  }

  /** Ends the restriction once the person was told. 200: it has ended. 202: they are written to, and it ends when the letter is out. */
  @Delete('contacts/:id/restriction')
  @ApiResponse({ status: 202, type: RestrictionResponse })
  async lift(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: LiftRestriction,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RestrictionResponse> {
    const restriction = await this.restrictions.lift(context, id, input);
    response.status(restriction.lifting?.liftedAt ? HttpStatus.OK : HttpStatus.ACCEPTED);
    return restriction;
  }
}
