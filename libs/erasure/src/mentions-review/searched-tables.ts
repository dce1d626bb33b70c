import type { ColumnDeclaration } from '@seloste/kernel';
import type { MappedTable } from '@seloste/personal-data';
import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { readCatalogue, type CatalogueTable, type TextColumn } from './catalogue.js';

/** A column that is read, and whether it says who somebody is: then it is of whom, or of which company, its row is about. */
export interface SearchedColumn extends TextColumn {
  isIdentity: boolean;
}

/** A table that is looked through for people, with the columns that are read. */
export interface SearchedTable extends CatalogueTable {
  searched: SearchedColumn[];
  /** Every row is somebody's of the staff. */
  isOfStaff: boolean;
  isOfCompanies: boolean;
  /** The column by which every row is one person's; null where a row may be of several, or of nobody. */
  person: string | null;
}

/** What triggers keep in step with the register: it follows by itself. Ours: it holds no text. */
const derived = /^(search_|erasure|retention_run)/;

const saysWhoSomebodyIs = (declaration: ColumnDeclaration | undefined): boolean =>
  declaration?.personal === true &&
  ['identity', 'contact_details', 'credentials'].includes(declaration.category);

function personColumnOf({ schema, name, references }: CatalogueTable): string | null {
  if (schema === 'public' && name === 'contacts') return 'id';
  return references.find(({ to, isRequired }) => to === 'contacts' && isRequired)?.column ?? null;
}

/** The declarations beside what PostgreSQL knows; what nobody declared is read as well. */
export function withDeclarations(tables: CatalogueTable[], map: MappedTable[]): SearchedTable[] {
  const declared = new Map(map.map((table) => [table.table, table]));
  return tables.map((table) => {
    const own = table.schema === 'public' ? declared.get(table.whole ?? table.name) : undefined;
    const subject = own && 'subject' in own.record ? own.record.subject : null;
    const declarations = new Map(own?.columns.map(({ column, declaration }) => [column, declaration]));
    return {
      ...table,
      isOfStaff: subject === 'user',
      isOfCompanies: subject === 'company',
      person: personColumnOf(table),
      searched: table.texts.map((column) => ({
        ...column,
        isIdentity: saysWhoSomebodyIs(declarations.get(column.name)),
      })),
    };
  });
}

/**
 * The tables of the register in which people are named beside where they are on record: every text, list and JSON
 * column that may be changed, but words of fixed lists, digests, and what is kept in step with the register.
 */
export async function searchedTables(tx: EntityManager, map: MappedTable[]): Promise<SearchedTable[]> {
  const tables = withDeclarations(await readCatalogue(readerOf(tx)), map);
  return tables
    .filter(
      ({ schema, name, isChangeable, key }) =>
        schema === 'public' && isChangeable && key.length > 0 && !derived.test(name),
    )
    .map((table) => ({
      ...table,
      searched: table.searched.filter((column) => isWords(column) && !isTheirs(table, column)),
    }))
    .filter(({ searched }) => searched.length > 0);
}

const isWords = ({ kind, isFixed }: TextColumn): boolean =>
  !isFixed && ['text', 'list', 'json'].includes(kind);

/** Colleagues are called what they are called, and so are other people; the person's own goes as it was declared. */
export const isTheirs = ({ isOfStaff, person }: SearchedTable, { isIdentity }: SearchedColumn): boolean =>
  isIdentity && (isOfStaff || person !== null);
