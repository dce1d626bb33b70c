import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { RulePreviews } from './rule-previews.js';
import { ChangeRule, PreviewRule, RuleList, RulePreview, RuleWithHistory } from './rules.dto.js';
import { RulesService } from './rules.service.js';

/** How long what is kept, and why (GDPR Art. 5(1)(e); H7, H8, C6, P8, V12). */
@ApiTags('retention')
@Controller('retention')
export class RulesController {
  constructor(
    private readonly rules: RulesService,
    private readonly previews: RulePreviews,
  ) {}

  @Get('rules')
  @Requires('retention.read')
  async list(): Promise<RuleList> {
    return { items: await this.rules.list() };
  }

  /** With every version. */
  @Get('rules/:id')
  @Requires('retention.read')
  get(@Param('id', IdPipe) id: string): Promise<RuleWithHistory> {
    return this.rules.get(id);
  }

  /** The clocks that run by it follow at once. */
  @Put('rules/:id')
  @Requires('retention.manage')
  change(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ChangeRule,
    @IfMatch() ifMatch?: number,
  ): Promise<RuleWithHistory> {
    return this.rules.change(context, id, input, ifMatch);
  }

  /** What a change would erase; changes nothing. */
  @Post('rule-previews')
  @Requires('retention.manage')
  preview(@Ctx() context: RequestContext, @Body() input: PreviewRule): Promise<RulePreview> {
    return this.previews.preview(context, input);
  }
}
