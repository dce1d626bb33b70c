import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** Bytes of a file that are kept together. */
const partSize = 256 * 1024;

/** Uploaded files, kept in the database in pieces: any process may have received a file, and any may read it. */
@Injectable()
export class ImportFiles {
  constructor(private readonly database: Database) {}

  /**
   * Keeps a file while it arrives; no more than a piece of it is ever in memory.
   * @param look sees each piece before it is kept, and may throw
   * @returns its size in bytes
   */
  async keep(importId: string, bytes: AsyncIterable<Buffer>, look: (piece: Buffer) => void): Promise<number> {
    let size = 0;
    let position = 0;
    for await (const piece of inPieces(bytes)) {
      look(piece);
      size += piece.length;
      await this.database.read(
        'INSERT INTO import_file_parts (import_id, position, bytes) VALUES ($1, $2, $3)',
        [importId, position++, piece],
      );
    }
    return size;
  }

  /** The file's bytes, piece by piece. Nothing when the file is gone. */
  async *read(importId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const [part] = await this.database.read<{ bytes: Buffer }>(
        'SELECT bytes FROM import_file_parts WHERE import_id = $1 AND position = $2',
        [importId, position],
      );
      if (!part) return;
      yield part.bytes;
    }
  }

  /** Forgets a file, in the caller's transaction. */
  async forget(tx: EntityManager, importId: string): Promise<void> {
    await tx.query('DELETE FROM import_file_parts WHERE import_id = $1', [importId]);
  }
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < partSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
