import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { evidence } from './evidence.js';
import { AutomatedSequences } from './links/automated-sequences.js';
import { ContactLink } from './links/contact-link.entity.js';
import { PersonLinks } from './links/person-links.js';

/** May a person be contacted, what they said about it, and what we owe them before we do. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...evidence.entities, ContactLink]),
    IdentityModule,
    MailModule,
  ],
  controllers: [...evidence.controllers],
  providers: [
    PersonLinks,
    AutomatedSequences,
    ...evidence.providers,
    ...evidence.services,
  ],
  exports: [PersonLinks, AutomatedSequences, ...evidence.services],
})
export class PermissionsModule {}
