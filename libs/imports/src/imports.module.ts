import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactsModule } from '@seloste/contacts';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { CheckImport } from './check-import.js';
import { ImportFiles } from './file/import-files.js';
import { ImportExpiry } from './import-expiry.js';
import { ImportFilePart } from './import-file-part.entity.js';
import { ImportReferences } from './import-references.js';
import { ImportRow } from './import-row.entity.js';
import { ImportHandlers, ImportWork } from './import-work.js';
import { Import } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { RunImport } from './run-import.js';
import { UploadImport } from './upload-import.js';

/** Lists that come in as files. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Import, ImportFilePart, ImportRow]),
    IdentityModule,
    ContactsModule,
    PermissionsModule,
  ],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportReferences,
    ImportFiles,
    UploadImport,
    CheckImport,
    RunImport,
    ImportHandlers,
    ImportWork,
    ImportExpiry,
  ],
})
export class ImportsModule {}
