import { Injectable } from '@nestjs/common';
import { PersonPlaces, type PersonColumn, type PersonPlace } from '@seloste/erasure';
import { dataMap } from '@seloste/personal-data';
import { DataSource, type EntityManager } from 'typeorm';

/** What a column can hold in a package. */
export type Value = string | number | boolean | null | Value[] | { [path: string]: Value };

/** A row of one table: its key as text, and what it holds by column. */
export interface DataRow {
  key: string;
  values: Record<string, Value>;
}

/** One table's part of what is held of a person. */
export interface Section {
  table: string;
  columns: PersonColumn[];
  /** Rows at the time of asking. */
  count: number;
  /** In pages, by the key: never more than a page is in memory. */
  rows: () => AsyncGenerator<DataRow>;
}

/** Rows read at once. */
const pageSize = 200;

/**
 * Everything held of one person, from the data map alone: a column that is declared is in it by itself (GDPR Art. 15(1),
 * (3)). In a transaction that acts as privacy officer, so that restricted people are found.
 */
@Injectable()
export class PersonData {
  constructor(
    private readonly places: PersonPlaces,
    private readonly dataSource: DataSource,
  ) {}

  /** Sections with at least one row. */
  async of(tx: EntityManager, contactId: string): Promise<Section[]> {
    const shown = this.shownColumns();
    const sections: Section[] = [];
    for (const place of await this.places.of(tx, contactId)) {
      const columns = place.columns.filter(({ column }) => shown.has(`${place.table}.${column}`));
      if (columns.length === 0 || place.key.length === 0) continue;
      const count = await countOf(tx, place);
      if (count > 0)
        sections.push({ table: place.table, columns, count, rows: () => rowsOf(tx, place, columns) });
    }
    return sections;
  }

  /** `table.column` of all that belongs into a copy. */
  private shownColumns(): Set<string> {
    return new Set(
      dataMap(this.dataSource).flatMap(({ table, columns }) =>
        columns.flatMap(({ column, declaration }) =>
          declaration.personal && declaration.exported !== false ? [`${table}.${column}`] : [],
        ),
      ),
    );
  }
}

async function countOf(tx: EntityManager, { table, rows, id }: PersonPlace): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM ${table} t WHERE ${rows}`;
  const [row] = await tx.query<{ count: number }[]>(sql, [id]);
  return row?.count ?? 0;
}

async function* rowsOf(
  tx: EntityManager,
  { table, rows, id, key }: PersonPlace,
  columns: PersonColumn[],
): AsyncGenerator<DataRow> {
  const keys = key.map(({ column }) => `t.${column}`).join(', ');
  const values = columns.map(({ column, isOfCompany }) => `'${column}', ${valueOf(column, isOfCompany)}`);
  const after = key.map(({ type }, n) => `$${n + 2}::text::${type}`).join(', ');
  const select = `SELECT ARRAY[${key.map(({ column }) => `t.${column}::text`).join(', ')}] AS key,
    jsonb_build_object(${values.join(', ')}) AS values FROM ${table} t WHERE (${rows})`;
  let last: string[] | null = null;
  for (;;) {
    const beyond = last === null ? '' : ` AND (${keys}) > (${after})`;
    const page: { key: string[]; values: Record<string, Value> }[] = await tx.query(
      `${select}${beyond} ORDER BY ${keys} LIMIT ${pageSize}`,
      [id, ...(last ?? [])],
    );
    for (const row of page) yield { key: row.key.join(' '), values: row.values };
    last = page.at(-1)?.key ?? null;
    if (page.length < pageSize) return;
  }
}

/** A company by its name: an id tells the person nothing. */
const valueOf = (column: string, isOfCompany: boolean): string =>
  isOfCompany ? `(SELECT k.name FROM companies k WHERE k.id = t.${column})` : `t.${column}`;
