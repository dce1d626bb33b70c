import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import {
  HoldList,
  HoldPage,
  HoldQuery,
  HoldResponse,
  PlaceHold,
  ReleaseHold,
  ReviewHold,
} from './holds.dto.js';
import { HoldsService } from './holds.service.js';

/** What has to stay though its time is over (H18, V14). */
@ApiTags('holds')
@Controller()
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  /** Those in force, the next day on which something is due first. */
  @Get('holds')
  @Requires('holds.manage')
  listAll(@Ctx() context: RequestContext, @Query() query: HoldQuery): Promise<HoldPage> {
    return this.holds.listAll(context, query);
  }

  /** Ends the hold; why stays on record. */
  @Post('holds/:id/release')
  @Requires('holds.manage')
  release(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ReleaseHold,
  ): Promise<HoldResponse> {
    return this.holds.release(context, id, input);
  }

  /** Keeps the hold in force: somebody looked, and says when it is looked at next. */
  @Post('holds/:id/reviews')
  @Requires('holds.manage')
  review(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ReviewHold,
  ): Promise<HoldResponse> {
    return this.holds.review(context, id, input);
  }

  /** The person's own, and those of the companies where they work, or worked when it was placed; those that are over, too. */
  @Get('contacts/:id/holds')
  @Requires('contacts.read_privacy')
  async listOfContact(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<HoldList> {
    return { items: await this.holds.list(context, { contactId: id }) };
  }

  @Post('contacts/:id/holds')
  @Requires('holds.manage')
  placeOnContact(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: PlaceHold,
  ): Promise<HoldResponse> {
    return this.holds.place(context, { contactId: id }, input);
  }

  @Get('companies/:id/holds')
  @Requires('contacts.read_privacy')
  async listOfCompany(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<HoldList> {
    return { items: await this.holds.list(context, { companyId: id }) };
  }

  /** Holds for everybody who works there. */
  @Post('companies/:id/holds')
  @Requires('holds.manage')
  placeOnCompany(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: PlaceHold,
  ): Promise<HoldResponse> {
    return this.holds.place(context, { companyId: id }, input);
  }
}
