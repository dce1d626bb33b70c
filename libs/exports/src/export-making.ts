import { Injectable } from '@nestjs/common';
import { SecuritySettingsService } from '@seloste/identity';
import { Sealer } from '@seloste/platform';
import { ExportPreparation } from './export-preparation.js';
import { ExportTables } from './export-tables.js';

/** What making a file takes. */
@Injectable()
export class ExportMaking {
  constructor(
    readonly tables: ExportTables,
    readonly settings: SecuritySettingsService,
    readonly sealer: Sealer,
    readonly preparation: ExportPreparation,
  ) {}
}
