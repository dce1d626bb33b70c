import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { OidcLinkList } from './oidc-links.dto.js';
import { OidcLinks } from './oidc-links.service.js';

/** The providers that know the signed-in user. */
@Controller('me/oidc-links')
@Requires('account.own')
export class OidcLinksController {
  constructor(private readonly links: OidcLinks) {}

  @Get()
  async list(@CurrentSession() { actor }: LiveSession): Promise<OidcLinkList> {
    return { items: await this.links.listOf(actor.userId) };
  }

  /** Forgets who the user is there; the next login with the provider goes by the verified address again. */
  @Delete(':id')
  @HttpCode(204)
  remove(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.links.remove(context, actor.userId, id);
  }
}
