import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { PermissionsModule } from '@seloste/permissions';
import { answering } from './answers/parts.js';
import { registering } from './register/parts.js';

/** What people ask for about their own data, from receipt to answer (GDPR Art. 12, 15–22). */
@Module({
  imports: [
    TypeOrmModule.forFeature([...registering.entities, ...answering.entities]),
    IdentityModule,
    MailModule,
    PermissionsModule,
  ],
  controllers: [...registering.controllers, ...answering.controllers],
  providers: [...registering.providers, ...registering.services, ...answering.providers],
  exports: [...registering.services],
})
export class RequestsModule {}
