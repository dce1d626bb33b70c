import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Public, Reauthenticated, Requires } from '@seloste/platform';
import {
  OidcProviderButtons,
  OidcProviderSettings,
  OidcProviderSettingsList,
  PutOidcProvider,
} from './oidc-providers.dto.js';
import { OidcProviders } from './oidc-providers.service.js';

@Controller()
export class OidcProvidersController {
  constructor(private readonly providers: OidcProviders) {}

  /** With whom one may sign in, for the login page. */
  @Get('oidc-providers')
  @Public()
  async listButtons(): Promise<OidcProviderButtons> {
    return { items: await this.providers.listButtons() };
  }

  @Get('security-settings/oidc-providers')
  @Requires('settings.manage')
  async list(): Promise<OidcProviderSettingsList> {
    return { items: await this.providers.listSettings() };
  }

  @Get('security-settings/oidc-providers/:id')
  @Requires('settings.manage')
  get(@Param('id', IdPipe) id: string): Promise<OidcProviderSettings> {
    return this.providers.getSettings(id);
  }

  /** Makes the provider under an id of the caller's choice, or replaces it. */
  @Put('security-settings/oidc-providers/:id')
  @Requires('settings.manage')
  @Reauthenticated()
  async put(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() provider: PutOidcProvider,
    @IfMatch() version?: number,
  ): Promise<OidcProviderSettings> {
    await this.providers.put(context, id, provider, version);
    return this.providers.getSettings(id);
  }

  /** Nobody signs in with the provider any more; sessions that were begun with it go on. */
  @Delete('security-settings/oidc-providers/:id')
  @Requires('settings.manage')
  @Reauthenticated()
  @HttpCode(204)
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.providers.remove(context, id);
  }
}
