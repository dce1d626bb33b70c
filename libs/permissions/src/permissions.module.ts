import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactLink } from './links/contact-link.entity.js';
import { PersonLinks } from './links/person-links.js';

/** May a person be contacted, what they said about it, and what we owe them before we do. */
@Module({
  imports: [TypeOrmModule.forFeature([ContactLink])],
  providers: [PersonLinks],
  exports: [PersonLinks],
})
export class PermissionsModule {}
