import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { registering } from './register/parts.js';

/** What people ask for about their own data, from receipt to answer (GDPR Art. 12, 15–22). */
@Module({
  imports: [TypeOrmModule.forFeature(registering.entities), IdentityModule, PermissionsModule],
  controllers: [...registering.controllers],
  providers: [...registering.providers, ...registering.services],
  exports: [...registering.services],
})
export class RequestsModule {}
