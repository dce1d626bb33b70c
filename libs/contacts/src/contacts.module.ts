import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompaniesModule } from '@seloste/companies';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { ContactBasis } from './contact-basis.entity.js';
import { ContactPoint } from './contact-point.entity.js';
import { ContactSource } from './contact-source.entity.js';
import { Contact } from './contact.entity.js';
import { ContactAuditController } from './contact-audit.controller.js';
import { ContactsController } from './contacts.controller.js';
import { ContactReferences } from './contact-references.js';
import { ContactsService } from './contacts.service.js';
import { Employment } from './employment.entity.js';
import { ContactsTable } from './contacts-table.js';
import { ExportContacts } from './export-contacts.js';
import { LiftingSchedule, LiftingWork } from './restriction/lifting-work.js';
import { Liftings } from './restriction/liftings.js';
import { Restriction } from './restriction/restriction.entity.js';
import { RestrictionsController } from './restriction/restrictions.controller.js';
import { RestrictionsService } from './restriction/restrictions.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Contact, ContactPoint, ContactSource, ContactBasis, Employment, Restriction]),
    CompaniesModule,
    IdentityModule,
    MailModule,
  ],
  controllers: [ContactsController, RestrictionsController],
  providers: [
    ContactsService,
    ContactReferences,
    ExportContacts,
    RestrictionsService,
    Liftings,
    LiftingSchedule,
    LiftingWork,
  ],
  controllers: [ContactsController, ContactAuditController],
  providers: [ContactsService, ContactReferences, ContactsTable],
  exports: [ContactsService, ContactsTable],
  exports: [ContactsService],
})
export class ContactsModule {}
