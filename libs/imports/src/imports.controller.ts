import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Limited, ListQuery, Requires } from '@seloste/platform';
import type { Request } from 'express';
import { receiveFile } from './file/receive-file.js';
import { ImportWork } from './import-work.js';
import { ImportPage, ImportResponse, ImportRowPage, ImportRowQuery, MapImport } from './imports.dto.js';
import { ImportsService } from './imports.service.js';
import { UploadImport } from './upload-import.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadImport,
    private readonly work: ImportWork,
  ) {}

  @Get()
  @Requires('contacts.import')
  list(@Ctx() context: RequestContext, @Query() query: ListQuery): Promise<ImportPage> {
    return this.imports.list(context, query);
  }

  /** Takes in a CSV file of at most 50 MB: any encoding, any delimiter. */
  @Post()
  @Limited(120, 60 * 60)
  @Requires('contacts.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(@Ctx() context: RequestContext, @Req() request: Request): Promise<ImportResponse> {
    return this.imports.get(
      context,
      await receiveFile(request, (name, bytes) => this.uploads.receive(context, name, bytes)),
    );
  }

  @Get(':id')
  @Requires('contacts.import')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ImportResponse> {
    return this.imports.get(context, id);
  }

  /** Deletes the file and its rows; who came in with them stays. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('contacts.import')
  delete(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.imports.delete(context, id);
  }

  /** Says what the columns mean and where the data came from. */
  @Put(':id/mapping')
  @Requires('contacts.import')
  map(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: MapImport,
  ): Promise<ImportResponse> {
    return this.imports.map(context, id, input);
  }

  /** Finds out what would become of each row; follow `status` and `processed`. */
  @Post(':id/dry-runs')
  @HttpCode(202)
  @Requires('contacts.import')
  async check(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ImportResponse> {
    await this.work.requestDryRun(context, id);
    return this.imports.get(context, id);
  }

  /** Brings in the rows that the dry run found new; follow `status` and `processed`. */
  @Post(':id/runs')
  @HttpCode(202)
  @Requires('contacts.import')
  async run(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ImportResponse> {
    await this.work.requestRun(context, id);
    return this.imports.get(context, id);
  }

  /** What becomes, or has become, of each row. */
  @Get(':id/rows')
  @Requires('contacts.import')
  rows(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: ImportRowQuery,
  ): Promise<ImportRowPage> {
    return this.imports.listRows(context, id, query);
  }
}
