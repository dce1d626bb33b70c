import type { EntityManager } from 'typeorm';
import type { Mention } from '@seloste/mentions';
import { rowsOf, type RowChoice } from './choose-rows.js';
import type { Judge, Relation, RowLinks } from './judge.js';
import type { Row } from './row-sql.js';
import type { SearchedColumn, SearchedTable } from './searched-tables.js';
import { textsIn, type Leaf, type Value } from './texts.js';

/** A row that may name the person. */
export interface CandidateRow extends RowLinks {
  key: string[];
  values: Value[];
}

/** A text in which the person is named, and where it stands. */
export interface FoundText {
  table: SearchedTable;
  column: SearchedColumn;
  key: string[];
  path: string | null;
  text: string;
  mentions: Mention[];
  links: RowLinks;
  relation: Relation;
}

/** The rows, a batch at a time, with whom they are about. */
export async function* readRows(
  tx: EntityManager,
  table: SearchedTable,
  choice: RowChoice,
): AsyncGenerator<CandidateRow[]> {
  for await (const rows of rowsOf(tx, table, choice)) yield rows.map((row) => asCandidate(table, row));
}

/** A row as it was read. */
export const asCandidate = (table: SearchedTable, row: Row): CandidateRow => ({
  ...{ key: row.key, people: row.people, companies: row.companies },
  values: table.searched.map((_, i) => row[`value${i}`]),
});

/** Everything that a row says, to tell for whom it is to be read. */
export const textOf = (table: SearchedTable, row: CandidateRow): string =>
  table.searched.flatMap(({ kind }, i) => textsIn(row.values[i], kind).map(({ text }) => text)).join('\n');

/** Where the person is named in a row. What says who somebody else is, is theirs. */
export function mentionsIn(judge: Judge, table: SearchedTable, row: CandidateRow): FoundText[] {
  const relation = judge.relationOf(row);
  const isOthers = relation !== 'own' && row.people.length > 0;
  const leaves = table.searched.flatMap((column, i): (Leaf & { column: SearchedColumn })[] =>
    column.isIdentity && isOthers
      ? []
      : textsIn(row.values[i], column.kind).map((leaf) => ({ ...leaf, column })),
  );
  const found = judge.read(
    leaves.map(({ text }) => text),
    row,
  );
  return leaves.flatMap(({ column, path, text }, i): FoundText[] => {
    const mentions =
      table.isOfCompanies && column.isIdentity ? asOfCompany(found[i] ?? [], relation) : (found[i] ?? []);
    if (mentions.length === 0) return [];
    return [
      {
        table,
        column,
        key: row.key,
        path,
        text,
        mentions,
        links: { people: row.people, companies: row.companies },
        relation,
      },
    ];
  });
}

/** The mentions in one text, whoever wrote it meanwhile. */
export function mentionsAt(
  judge: Judge,
  { table, column }: Pick<FoundText, 'table' | 'column'>,
  text: string,
  links: RowLinks,
): Mention[] {
  const mentions = judge.read([text], links, column.kind !== 'bytes')[0] ?? [];
  return table.isOfCompanies && column.isIdentity ? asOfCompany(mentions, judge.relationOf(links)) : mentions;
}

/**
 * A company may be called as somebody who works there is: Virtasen Paja Oy. Only the whole name is surely the person's,
 * and where they never worked, a part of it is not theirs at all.
 */
function asOfCompany(mentions: Mention[], relation: Relation): Mention[] {
  const isPart = ({ kind }: Mention) => kind === 'last_name' || kind === 'first_name';
  if (relation !== 'close') return mentions.filter((mention) => !isPart(mention));
  return mentions.map((mention) => (isPart(mention) ? { ...mention, certainty: 'doubtful' } : mention));
}
