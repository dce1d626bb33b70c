import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { PermissionsModule } from '@seloste/permissions';
import { extending } from './extensions/parts.js';
import { forecasting } from './forecast/parts.js';
import { ruling } from './rules/parts.js';
import { holding } from './holds/parts.js';

/** How long data is kept: rules, the clock on every person, holds, extensions and the forecast (GDPR Art. 5(1)(e)). */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...ruling.entities,
      ...holding.entities,
      ...extending.entities,
      ...forecasting.entities,
    ]),
    IdentityModule,
    MailModule,
    PermissionsModule,
  ],
  controllers: [
    ...ruling.controllers,
    ...holding.controllers,
    ...extending.controllers,
    ...forecasting.controllers,
  ],
  providers: [
    ...ruling.providers,
    ...holding.providers,
    ...extending.providers,
    ...forecasting.providers,
    ...holding.services,
    ...forecasting.services,
  ],
  exports: [...holding.services, ...forecasting.services],
})
export class RetentionModule {}
