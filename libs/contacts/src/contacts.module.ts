import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompaniesModule } from '@seloste/companies';
import { IdentityModule } from '@seloste/identity';
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
import { Restriction } from './restriction/restriction.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Contact, ContactPoint, ContactSource, ContactBasis, Employment, Restriction]),
    CompaniesModule,
    IdentityModule,
  ],
  controllers: [ContactsController, ContactAuditController],
  providers: [ContactsService, ContactReferences, ContactsTable],
  exports: [ContactsService, ContactsTable],
})
export class ContactsModule {}
