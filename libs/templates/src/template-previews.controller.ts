import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Requires } from '@seloste/platform';
import { TemplatePreview } from './template-preview.js';
import { PreviewResponse, PreviewTemplate } from './templates.dto.js';

@Controller('template-previews')
export class TemplatePreviewsController {
  constructor(private readonly preview: TemplatePreview) {}

  /** What the message would look like, and what keeps it from being saved. Keeps nothing. */
  @Post()
  @HttpCode(200)
  @Requires('mailings.read')
  show(@Ctx() context: RequestContext, @Body() template: PreviewTemplate): Promise<PreviewResponse> {
    return this.preview.show(context, template);
  }
}
