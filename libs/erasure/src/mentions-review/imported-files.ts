import { Injectable } from '@nestjs/common';
import iconv from 'iconv-lite';
import type { EntityManager } from 'typeorm';
import type { Crowd } from './crowd.js';
import type { Judge } from './judge.js';

const nobody = { people: [], companies: [] };
const partSize = 256 * 1024;

/** Files that came in and wait to be run, or for their thirty days: what they say of somebody else in passing. */
@Injectable()
export class ImportedFiles {
  /** Writes files anew that surely name somebody, with what `substituteOf` says, and hands over whom. */
  async replace(
    tx: EntityManager,
    crowd: Crowd,
    substituteOf: (judge: Judge) => string,
    replaced: (judge: Judge) => void,
  ): Promise<void> {
    const imports = await tx.query<{ id: string; encoding: string }[]>(
      `SELECT id, encoding FROM imports i WHERE EXISTS (SELECT FROM import_file_parts p WHERE p.import_id = i.id)`,
    );
    for (const { id, encoding } of imports) {
      const parts = await tx.query<{ bytes: Buffer }[]>(
        'SELECT bytes FROM import_file_parts WHERE import_id = $1 ORDER BY position FOR UPDATE',
        [id],
      );
      const text = iconv.decode(Buffer.concat(parts.map(({ bytes }) => bytes)), encoding, {
        stripBOM: false,
      });
      let rest = text;
      for (const judge of crowd.candidates(text, nobody)) {
        const sure = (judge.read([rest], nobody, false)[0] ?? []).filter(
          ({ certainty }) => certainty === 'sure',
        );
        rest = judge.replace(rest, sure, substituteOf(judge));
        if (sure.length > 0) replaced(judge);
      }
      if (rest !== text) await this.write(tx, id, iconv.encode(rest, encoding));
    }
  }

  private async write(tx: EntityManager, id: string, bytes: Buffer): Promise<void> {
    await tx.query('DELETE FROM import_file_parts WHERE import_id = $1', [id]);
    for (let position = 0; position * partSize < bytes.length; position++)
      await tx.query('INSERT INTO import_file_parts (import_id, position, bytes) VALUES ($1, $2, $3)', [
        id,
        position,
        bytes.subarray(position * partSize, (position + 1) * partSize),
      ]);
  }
}
