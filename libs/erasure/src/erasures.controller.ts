import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Database, IdPipe, Requires } from '@seloste/platform';
import type { Response } from 'express';
import { CreateErasure, ErasureBegun, ErasurePage, ErasureQuery, ErasureResponse } from './erasures.dto.js';
import { Erasures } from './erasures.service.js';
import { ErasureRequests } from './erasure-requests.js';
import { listErasures, readErasure } from './read-erasures.js';

/** Forgetting people (GDPR Art. 17). */
@ApiTags('erasures')
@Controller('erasures')
export class ErasuresController {
  constructor(
    private readonly requests: ErasureRequests,
    private readonly erasures: Erasures,
    private readonly database: Database,
  ) {}

  /** 201: it is done. 202: something is left to wait for or to decide; see `status`. Asked again it says how it stands. */
  @Post()
  @Requires('erasures.manage')
  @ApiResponse({ status: 202, type: ErasureBegun })
  async create(
    @Ctx() context: RequestContext,
    @Body() input: CreateErasure,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ErasureBegun> {
    const begun = await this.requests.create(context, input);
    response.status(begun.status === 'complete' ? HttpStatus.CREATED : HttpStatus.ACCEPTED);
    return begun;
  }

  /** The latest first. */
  @Get()
  @Requires('erasures.read')
  list(@Ctx() context: RequestContext, @Query() query: ErasureQuery): Promise<ErasurePage> {
    return listErasures(this.database, context, query);
  }

  @Get(':id')
  @Requires('erasures.read')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ErasureResponse> {
    return readErasure(this.database, context, id);
  }

  /** Takes an erasure back that still waits for its day. */
  @Delete(':id')
  @Requires('erasures.manage')
  @HttpCode(204)
  takeBack(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.erasures.takeBack(context, id);
  }
}
