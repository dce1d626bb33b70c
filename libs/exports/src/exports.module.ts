import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompaniesModule } from '@seloste/companies';
import { ContactsModule } from '@seloste/contacts';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { Disclosure } from './disclosure.entity.js';
import { ExportAccess } from './export-access.js';
import { ExportDownload } from './export-download.js';
import { ExportExpiry } from './export-expiry.js';
import { ExportMaking } from './export-making.js';
import { ExportPart } from './export-part.entity.js';
import { ExportPerson } from './export-person.entity.js';
import { ExportPreparation } from './export-preparation.js';
import { ExportRenewal } from './export-renewal.js';
import { ExportTables } from './export-tables.js';
import { Export } from './export.entity.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { PermittedCompanies } from './permitted-companies.js';
import { PermittedPeople } from './permitted-people.js';
import { WriteExport } from './write-export.js';

/** Files of the register for use elsewhere: with a purpose and an end, approved when large, fetched once, on the ledger. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Export, ExportPart, ExportPerson, Disclosure]),
    IdentityModule,
    CompaniesModule,
    ContactsModule,
    PermissionsModule,
  ],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    ExportMaking,
    ExportTables,
    PermittedCompanies,
    PermittedPeople,
    ExportPreparation,
    ExportRenewal,
    ExportAccess,
    WriteExport,
    ExportDownload,
    ExportExpiry,
  ],
})
export class ExportsModule {}
