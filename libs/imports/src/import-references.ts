import { Injectable } from '@nestjs/common';
import { Calendar, UserDirectory } from '@seloste/identity';
import { sourceOf } from '@seloste/platform';
import type { Import } from './import.entity.js';
import type { MapImport } from './imports.dto.js';

/** What a mapping refers to outside the file. */
@Injectable()
export class ImportReferences {
  constructor(
    private readonly users: UserDirectory,
    private readonly calendar: Calendar,
  ) {}

  /** The source's columns. @throws InvalidInput for an unknown owner or an unexplained source */
  async sourceOf({
    source,
    ownerId,
  }: MapImport): Promise<Pick<Import, 'sourceKind' | 'sourceWhat' | 'sourceOn'>> {
    if (ownerId) await this.users.assertActiveUser(ownerId);
    const { kind, what, when } = sourceOf(source, 'source', await this.calendar.today());
    return { sourceKind: kind, sourceWhat: what, sourceOn: when };
  }
}
