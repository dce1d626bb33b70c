import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, languageOf, Reauthenticated, Requires } from '@seloste/platform';
import { DkimSettings } from './dkim-settings.js';
import { SenderDomain } from './sender-domain.js';
import { ChooseDkim, SenderDomainResponse } from './sender-domain.dto.js';

/** Will receivers believe that our mail is ours? */
@Controller('sender-domain')
export class SenderDomainController {
  constructor(
    private readonly domain: SenderDomain,
    private readonly settings: DkimSettings,
  ) {}

  /** SPF, DKIM and DMARC as the name servers have them now. */
  @Get()
  @Requires('sender_domain.read')
  get(@Ctx() context: RequestContext): Promise<SenderDomainResponse> {
    return this.domain.check(languageOf(context));
  }

  /** Signs mail from now on. Another domain or selector makes a new key; the answer holds the record to publish. */
  @Put('dkim')
  @Requires('settings.manage')
  @Reauthenticated()
  async choose(@Ctx() context: RequestContext, @Body() place: ChooseDkim): Promise<SenderDomainResponse> {
    await this.settings.choose(context, place);
    return this.domain.check(languageOf(context));
  }

  /** Signs no more, and forgets the key. */
  @Delete('dkim')
  @Requires('settings.manage')
  @Reauthenticated()
  @HttpCode(204)
  end(@Ctx() context: RequestContext): Promise<void> {
    return this.settings.end(context);
  }
}
