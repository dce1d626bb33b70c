import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { RetentionModule } from '@seloste/retention';
import { completing } from './completing.js';
import { erasing } from './erasing.js';
import { purging } from './purging.js';

/** Forgetting people: plan, execution, scan, certificate, and the purge that does it to all whose time is up (GDPR Art. 17). */
@Module({
  imports: [
    TypeOrmModule.forFeature([...erasing.entities, ...completing.entities, ...purging.entities]),
    MailModule,
    IdentityModule,
    RetentionModule,
  ],
  controllers: [...erasing.controllers, ...completing.controllers, ...purging.controllers],
  providers: [...erasing.providers, ...completing.providers, ...erasing.services, ...purging.providers],
  exports: [...erasing.services],
})
export class ErasureModule {}
