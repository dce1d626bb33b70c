import { Injectable } from '@nestjs/common';
import { readerOf, type Reader } from '@seloste/platform';
import { IsNull, type EntityManager } from 'typeorm';
import type { Erasure } from '../erasure.entity.js';
import { ErasureMention } from '../erasure-mention.entity.js';
import { readCatalogue } from './catalogue.js';
import { holdCell, keyOfRowId, readCell, writeCell, type Cell } from './cells.js';
import { wordsAround, type Context, type MentionInContext } from './context.js';
import { Judge } from './judge.js';
import type { Decided } from './mention-decisions.js';
import { MentionReview } from './mention-review.js';
import { MentionSearch } from './mention-search.js';
import { SoughtPeople } from './sought-people.js';
import { withDeclarations, type SearchedTable } from './searched-tables.js';
import { textAt, withText } from './texts.js';

/** The texts in which something doubtful was listed, as they are now. */
@Injectable()
export class ListedTexts {
  constructor(
    private readonly search: MentionSearch,
    private readonly review: MentionReview,
    private readonly people: SoughtPeople,
  ) {}

  /** The words around each mention; null where the text is gone, changed, or hidden from the reader. */
  async contexts(reader: Reader, mentions: ErasureMention[]): Promise<Map<string, Context | null>> {
    const tables = await this.tables(reader);
    const contexts = new Map<string, Context | null>();
    for (const mention of mentions) contexts.set(mention.id, await this.contextOf(reader, tables, mention));
    return contexts;
  }

  /** Which of some mentions stand where the reader sees them; by id. */
  async seenBy(reader: Reader, mentions: MentionInContext[]): Promise<Set<string>> {
    const tables = await this.tables(reader);
    const rows = new Map<string, boolean>();
    for (const { table, column, rowId } of mentions) {
      const row = `${table} ${rowId}`;
      if (rows.has(row)) continue;
      const cell = cellAt(tables, { tableName: table, columnName: column, rowId });
      rows.set(row, cell !== null && (await readCell(reader, cell)) !== null);
    }
    return new Set(mentions.filter(({ table, rowId }) => rows.get(`${table} ${rowId}`)).map(({ id }) => id));
  }

  /**
   * Replaces those mentions of one text of which it was decided. False: the text is another than the one that was read;
   * it was read again.
   */
  async carryOut(tx: EntityManager, erasure: Erasure, mentions: Decided[]): Promise<boolean> {
    const [first] = mentions;
    const cell = first && cellAt(await this.tables(readerOf(tx)), first);
    const person = await this.people.find(tx, erasure.id);
    if (!first || !cell || !person) return true;
    const judge = new Judge(person);
    const row = await holdCell(tx, cell);
    const text = row && textAt(row.value, cell.column.kind, first.path);
    if (!row || text === null || !first.textDigest?.equals(this.review.digestOf(text))) {
      await tx.delete(ErasureMention, { ...placeOf(first), decision: IsNull() });
      const found = {
        ...cell,
        path: first.path,
        text: '',
        mentions: [],
        links: row ?? nobody,
        relation: 'others' as const,
      };
      const { erasureId, pseudonym } = { erasureId: erasure.id, pseudonym: erasure.pseudonym ?? '' };
      if (row) await this.review.replaceOne(tx, judge, found, { erasureId, pseudonym });
      return false;
    }
    const gone = mentions.filter(({ wanted }) => wanted === 'replace');
    if (gone.length === 0) return true;
    const pseudonym = erasure.pseudonym ?? '';
    const rest = judge.replace(text, gone.map(spanOf), pseudonym);
    await writeCell(tx, cell, withText(row.value, first.path, rest));
    // Tags within a mention stay, so that not all become as long as the pseudonym.
    const growthOf = ({ startsAt, endsAt }: ErasureMention) => {
      const [said, whole] = [text.slice(startsAt, endsAt), { startsAt: 0, endsAt: endsAt - startsAt }];
      return judge.replace(said, [spanOf(whole)], pseudonym).length - said.length;
    };
    await this.moveOthers(tx, gone, { growthOf, textDigest: this.review.digestOf(rest) });
    return true;
  }

  /** The other mentions of the text stand elsewhere in it now. */
  private async moveOthers(
    tx: EntityManager,
    gone: ErasureMention[],
    { growthOf, textDigest }: { growthOf: (mention: ErasureMention) => number; textDigest: Buffer },
  ): Promise<void> {
    const [first] = gone;
    if (!first) return;
    const ids = new Set(gone.map(({ id }) => id));
    for (const other of await tx.findBy(ErasureMention, placeOf(first))) {
      if (ids.has(other.id)) continue;
      const before = gone.filter(({ startsAt }) => startsAt < other.startsAt);
      const moved = before.reduce((sum, mention) => sum + growthOf(mention), 0);
      const [startsAt, endsAt] = [other.startsAt + moved, other.endsAt + moved];
      await tx.update(ErasureMention, { id: other.id }, { startsAt, endsAt, textDigest });
    }
  }

  private async contextOf(
    reader: Reader,
    tables: SearchedTable[],
    mention: ErasureMention,
  ): Promise<Context | null> {
    const cell = cellAt(tables, mention);
    const row = cell && (await readCell(reader, cell));
    const text = row ? textAt(row.value, cell.column.kind, mention.path) : null;
    if (text === null || !mention.textDigest?.equals(this.review.digestOf(text))) return null;
    return wordsAround(text, mention.startsAt, mention.endsAt);
  }

  private async tables(reader: Reader): Promise<SearchedTable[]> {
    return withDeclarations(await readCatalogue(reader), this.search.declarations());
  }
}

const nobody = { people: [], companies: [] };

/** Everything that was listed of one text. */
const placeOf = ({ erasureId, tableName, columnName, rowId, path }: ErasureMention) => ({
  ...{ erasureId: erasureId ?? '', tableName, columnName, rowId },
  path: path ?? IsNull(),
});

const spanOf = ({ startsAt, endsAt }: Pick<ErasureMention, 'startsAt' | 'endsAt'>) => ({
  ...{ start: startsAt, end: endsAt },
  ...{ kind: 'first_name' as const, certainty: 'doubtful' as const },
});

/** Null when there is no such column any more. */
function cellAt(
  tables: SearchedTable[],
  { tableName, columnName, rowId }: Pick<ErasureMention, 'tableName' | 'columnName' | 'rowId'>,
): Cell | null {
  const table = tables.find(({ schema, name }) => schema === 'public' && name === tableName);
  const column = table?.searched.find(({ name }) => name === columnName);
  return table && column ? { table, column, key: keyOfRowId(rowId, table) } : null;
}
