import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { TemplateDirectory } from './template-directory.js';
import {
  CreateTemplate,
  TemplatePage,
  TemplateQuery,
  TemplateResponse,
  UpdateTemplate,
} from './templates.dto.js';
import { Templates } from './templates.service.js';

/** Texts that messages are made from, in up to three languages. */
@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly directory: TemplateDirectory,
  ) {}

  @Get()
  @Requires('mailings.read')
  list(@Query() query: TemplateQuery): Promise<TemplatePage> {
    return this.directory.list(query);
  }

  @Get(':id')
  @Requires('mailings.read')
  get(@Param('id', IdPipe) id: string): Promise<TemplateResponse> {
    return this.directory.get(id);
  }

  @Post()
  @Requires('mailings.manage')
  async create(@Ctx() context: RequestContext, @Body() template: CreateTemplate): Promise<TemplateResponse> {
    return this.directory.get(await this.templates.create(context, template));
  }

  /** An edit of the contents is a new version; what is under way keeps its own. */
  @Patch(':id')
  @Requires('mailings.manage')
  async update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() changes: UpdateTemplate,
    @IfMatch() version?: number,
  ): Promise<TemplateResponse> {
    await this.templates.update(context, id, changes, version);
    return this.directory.get(id);
  }

  @Delete(':id')
  @Requires('mailings.manage')
  @HttpCode(204)
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.templates.remove(context, id);
  }
}
