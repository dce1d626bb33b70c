import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Limited, Reauthenticated, Requires } from '@seloste/platform';
import type { Response } from 'express';
import { ExportDownload } from './export-download.js';
import { CreateExport, DecideOnExport, ExportPage, ExportQuery, ExportResponse } from './exports.dto.js';
import { ExportsService } from './exports.service.js';

@ApiTags('exports')
@Controller('exports')
@Requires('exports.create')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly download: ExportDownload,
  ) {}

  /** One's own files, and those of everybody for who may approve them. */
  @Get()
  list(@Ctx() context: RequestContext, @Query() query: ExportQuery): Promise<ExportPage> {
    return this.exports.list(context, query);
  }

  /** Asks for a file: what for, and until when. */
  @Post()
  @Limited(60, 60 * 60)
  @Reauthenticated()
  create(@Ctx() context: RequestContext, @Body() input: CreateExport): Promise<ExportResponse> {
    return this.exports.create(context, input);
  }

  @Get(':id')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ExportResponse> {
    return this.exports.get(context, id);
  }

  /** Withdraws the wish, and deletes the file. */
  @Delete(':id')
  @HttpCode(204)
  withdraw(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.exports.withdraw(context, id);
  }

  /** A second person approves a large file, or refuses it. */
  @Put(':id/approval')
  @Requires('exports.approve')
  @Reauthenticated()
  decide(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() { decision }: DecideOnExport,
  ): Promise<ExportResponse> {
    return this.exports.decide(context, id, decision);
  }

  /** The file, once. */
  @Post(':id/downloads')
  @HttpCode(200)
  @Reauthenticated()
  @ApiProduces('text/csv')
  send(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.download.send(context, id, response);
  }
}
