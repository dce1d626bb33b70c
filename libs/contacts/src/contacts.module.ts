import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompaniesModule } from '@seloste/companies';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { PermissionsModule } from '@seloste/permissions';
import { ContactBasis } from './contact-basis.entity.js';
import { ContactPoint } from './contact-point.entity.js';
import { ContactSource } from './contact-source.entity.js';
import { Contact } from './contact.entity.js';
import { ContactActs } from './contact-acts.js';
import { ContactAuditController } from './contact-audit.controller.js';
import { ContactReading } from './contact-reading.js';
import { ContactsController } from './contacts.controller.js';
import { ContactReferences } from './contact-references.js';
import { ContactsService } from './contacts.service.js';
import { Employment } from './employment.entity.js';
import { ContactsTable } from './contacts-table.js';
import { LiftingSchedule } from './restriction/lifting-schedule.js';
import { LiftingWork } from './restriction/lifting-work.js';
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
    PermissionsModule,
  ],
  controllers: [ContactsController, ContactAuditController, RestrictionsController],
  providers: [
    ContactsService,
    ContactActs,
    ContactReading,
    ContactReferences,
    ContactsTable,
    RestrictionsService,
    Liftings,
    LiftingSchedule,
    LiftingWork,
  ],
  exports: [ContactsService, ContactsTable, ContactActs],
})
export class ContactsModule {}
