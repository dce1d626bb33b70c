import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { DecideRedactions, PackageResponse, RedactionList } from './packages.dto.js';
import { Packages } from './packages.service.js';
import { ReadRedactions } from './read-redactions.js';

/** Copies of a person's data for them (GDPR Art. 15, 20). */
@ApiTags('subject requests')
@Controller()
@Requires('requests.manage')
export class PackagesController {
  constructor(
    private readonly packages: Packages,
    private readonly redactions: ReadRedactions,
  ) {}

  /** Begins to make the copy that the request asks for. */
  @Post('subject-requests/:id/packages')
  make(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<PackageResponse> {
    return this.packages.make(context, id);
  }

  @Get('packages/:id')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<PackageResponse> {
    return this.packages.get(context, id);
  }

  /** Names of other people in it, with the words around them. */
  @Get('packages/:id/redactions')
  names(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RedactionList> {
    return this.redactions.list(context, id);
  }

  @Post('packages/:id/redaction-decisions')
  @HttpCode(200)
  decide(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: DecideRedactions,
  ): Promise<PackageResponse> {
    return this.packages.decide(context, id, input);
  }

  /** Sends the person the link to it. */
  @Post('packages/:id/release')
  @HttpCode(200)
  release(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<PackageResponse> {
    return this.packages.release(context, id);
  }
}
