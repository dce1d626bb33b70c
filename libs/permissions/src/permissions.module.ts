import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { AddressListEntry } from './decision/addresses/address-list-entry.entity.js';
import { FillAddressLists } from './decision/addresses/fill-address-lists.js';
import { EvidenceActs } from './evidence-acts.js';
import { evidence } from './evidence.js';
import { PermissionReading } from './decision/permission-reading.js';
import { PermissionsController } from './decision/permissions.controller.js';
import { Permissions } from './decision/permissions.service.js';
import { AutomatedSequences } from './links/automated-sequences.js';
import { ContactLink } from './links/contact-link.entity.js';
import { PersonLinks } from './links/person-links.js';

/** May a person be contacted, what they said about it, and what we owe them before we do. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...evidence.entities, ContactLink, AddressListEntry]),
    IdentityModule,
    MailModule,
  ],
  controllers: [PermissionsController, ...evidence.controllers],
  providers: [
    Permissions,
    PermissionReading,
    FillAddressLists,
    PersonLinks,
    AutomatedSequences,
    ...evidence.providers,
    ...evidence.services,
  ],
  exports: [Permissions, PersonLinks, AutomatedSequences, EvidenceActs, ...evidence.services],
})
export class PermissionsModule {}
