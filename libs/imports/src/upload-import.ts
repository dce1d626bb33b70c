import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { EncodingDetector } from './file/encoding.js';
import { ImportFiles } from './file/import-files.js';
import { inspectFile } from './file/inspect-file.js';
import { Import } from './import.entity.js';

/** Takes a file in: keeps it, finds out how it is written, and says what columns it has. */
@Injectable()
export class UploadImport {
  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the import's id. @throws FileRefused for a file that cannot be imported; nothing of it is kept then */
  async receive(context: RequestContext, fileName: string, bytes: AsyncIterable<Buffer>): Promise<string> {
    const id = newId();
    await this.begin(context, id, fileName);
    try {
      const detector = new EncodingDetector();
      await this.files.keep(id, bytes, (piece) => detector.add(piece));
      const encoding = detector.end();
      const shape = await inspectFile(() => this.files.read(id), encoding);
      await this.database.transaction(async (tx) => {
        await tx.update(Import, { id }, { ...shape, encoding, status: 'mapping' });
        await this.audit.record(tx, context, {
          action: 'import.upload',
          subjectType: 'import',
          subjectId: id,
        });
      });
      return id;
    } catch (error) {
      await this.database.manager.delete(Import, { id });
      throw error;
    }
  }

  /** The row that the pieces belong to; nobody sees it until the file is whole. */
  private async begin(context: RequestContext, id: string, fileName: string): Promise<void> {
    await this.database.manager.insert(Import, {
      id,
      fileName,
      status: 'receiving',
      encoding: 'utf-8',
      delimiter: ';',
      hasHeader: true,
      width: 0,
      rowCount: 0,
      columns: [],
      createdAt: this.clock.now(),
      createdBy: actingUserId(context),
    });
  }
}
