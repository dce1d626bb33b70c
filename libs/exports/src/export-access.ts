import { Injectable } from '@nestjs/common';
import { Calendar, UserAccess } from '@seloste/identity';
import { Database } from '@seloste/platform';
import { ExportTables } from './export-tables.js';

/** Whose file it is, and what they may put into it. */
@Injectable()
export class ExportAccess {
  constructor(
    readonly tables: ExportTables,
    readonly users: UserAccess,
    readonly calendar: Calendar,
    private readonly database: Database,
  ) {}

  /** The maker's name, for the watermark. */
  async nameOf(userId: string): Promise<string> {
    const [row] = await this.database.read<{ name: string }>('SELECT name FROM users WHERE id = $1', [
      userId,
    ]);
    return row?.name ?? '';
  }
}
