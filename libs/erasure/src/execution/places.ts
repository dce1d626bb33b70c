import type { DataCategory, ErasureAction, RecordDeclaration, RetentionClass } from '@seloste/kernel';
import type { MappedTable } from '@seloste/personal-data';
import type { Catalogue, ForeignKey } from './catalogue.js';

/** A column that holds something of the person, and what erasing does to it. */
export interface PlacedColumn {
  column: string;
  category: DataCategory;
  action: ErasureAction;
  type: string;
  isNullable: boolean;
}

/** Where rows of a person are. Conditions are SQL on the table as `t`, in which $1 is the person (or the company). */
export interface Place {
  table: string;
  rows: string;
  /** Where rows can be of others, too: those that are of nobody else (who has not been erased). Null: all are. */
  alone: string | null;
  /** Does a foreign key lead from the row straight to the person, so that it cannot stay without them? */
  isPart: boolean;
  columns: PlacedColumn[];
  retention: RetentionClass;
  staysWhileHeld: boolean;
  /** Does it tell why the person is kept and what they asked of us, so that no part of it goes before they do? */
  staysWithPerson: boolean;
  /** Tables by which the rows are found: what is there goes later. */
  foundThrough: string[];
}

/** Whose rows: a person's, with all that tells of them; or a company's own. */
export type Root = 'contacts' | 'companies';

/**
 * Every place where something of a person can be, from the two things that are true anyway: what the columns are declared
 * to hold, and which table refers to which. A new column or table joins by itself.
 * @throws Error for a table that is said to tell of people and to which no way leads from them
 */
export function placesOf(root: Root, map: MappedTable[], catalogue: Catalogue): Place[] {
  const isOurs = ({ subject }: RecordDeclaration) =>
    root === 'contacts' ? subject === 'contact' : subject === 'company';
  const tables = map.flatMap(({ table, record, columns }) =>
    'reason' in record ? [] : [{ table, record, columns: placedColumns(table, columns, catalogue) }],
  );
  const ours = new Set(tables.filter(({ record }) => isOurs(record)).map(({ table }) => table));
  const ways = new Ways(root, catalogue, ours);
  return tables.flatMap(({ table, record, columns }): Place[] => {
    if (record.foundBy === 'derived') return [];
    const way = ways.to(table, record);
    const { retention, staysWhileHeld = false } = record;
    const staysWithPerson = record.staysWithPerson ?? proves(record);
    if (way) return [{ table, ...way, columns, retention, staysWhileHeld, staysWithPerson }];
    if (isOurs(record) && columns.some(({ action }) => action !== 'keep'))
      throw new Error(`${table} tells of people, and no way leads to it: refer to them, or say foundBy.`);
    return [];
  });
}

/** What was said is there for its own sake, also where it is told who changed what of it. */
const proves = ({ purposes, retention }: RecordDeclaration): boolean =>
  purposes.includes('accountability') && retention !== 'interaction';

function placedColumns(table: string, columns: MappedTable['columns'], catalogue: Catalogue): PlacedColumn[] {
  return columns.flatMap(({ column, declaration }): PlacedColumn[] => {
    const found = catalogue.columns.get(`${table}.${column}`);
    if (!declaration.personal || !found || found.isGenerated) return [];
    const { category, erasure: action } = declaration;
    return [{ column, category, action, type: found.type, isNullable: found.isNullable }];
  });
}

type Way = Pick<Place, 'rows' | 'alone' | 'isPart' | 'foundThrough'>;

/** The ways from a person to rows. */
class Ways {
  /** From tables that join people and something that they share: interaction_participants.interaction_id, export_people.export_id. */
  private readonly joins: { key: ForeignKey; toRoot: ForeignKey }[];

  constructor(
    private readonly root: Root,
    private readonly catalogue: Catalogue,
    /** Tables that tell of those whom the root is. */
    private readonly ours: ReadonlySet<string>,
  ) {
    this.joins = catalogue.foreignKeys.flatMap((key) => {
      const toRoot = this.toRoot(key.table);
      const isInKey = catalogue.primaryKeys.get(key.table)?.includes(key.column) ?? false;
      return toRoot && key !== toRoot && isInKey && key.references !== root ? [{ key, toRoot }] : [];
    });
  }

  to(table: string, record: RecordDeclaration): Way | null {
    const isOurs = this.ours.has(table);
    if (table === this.root) return { rows: 't.id = $1', alone: null, isPart: false, foundThrough: [] };
    if (record.foundBy !== undefined && this.root === 'contacts')
      return { rows: record.foundBy, alone: null, isPart: false, foundThrough: [] };
    const direct = this.toRoot(table);
    if (direct && (this.root === 'contacts' || isOurs)) return this.direct(table, direct);
    return isOurs ? (this.shared(table) ?? this.beside(table) ?? this.below(table)) : null;
  }

  private toRoot(table: string): ForeignKey | undefined {
    return this.catalogue.foreignKeys.find((key) => key.table === table && key.references === this.root);
  }

  private direct(table: string, { column }: ForeignKey): Way {
    const join = this.joins.find(({ key }) => key.table === table && this.isShared(key));
    return {
      rows: `t.${column} = $1`,
      alone: join ? nobodyElse(join.key, column, `t.${join.key.column}`) : null,
      isPart: true,
      foundThrough: [],
    };
  }

  /** What people share: the meeting that they were at, the file that they came from. */
  private shared(table: string): Way | null {
    const join = this.joins.find(({ key }) => key.references === table);
    if (!join) return null;
    const { key, toRoot } = join;
    return {
      rows: `t.${key.referenced} IN (SELECT o.${key.column} FROM ${key.table} o WHERE o.${toRoot.column} = $1)`,
      alone: this.isShared(key) ? nobodyElse(key, toRoot.column, `t.${key.referenced}`) : 'false',
      isPart: false,
      foundThrough: [key.table],
    };
  }

  /** What belongs to a thing that people share: what was written of a meeting before, the parts of a file. */
  private beside(table: string): Way | null {
    for (const own of this.catalogue.foreignKeys.filter((key) => key.table === table)) {
      const join = this.joins.find(({ key }) => key.references === own.references);
      if (!join) continue;
      const { key, toRoot } = join;
      return {
        rows: `t.${own.column} IN (SELECT o.${key.column} FROM ${key.table} o WHERE o.${toRoot.column} = $1)`,
        alone: this.isShared(key) ? nobodyElse(key, toRoot.column, `t.${own.column}`) : null,
        isPart: false,
        foundThrough: [key.table],
      };
    }
    return null;
  }

  /** What hangs on a part of the person. */
  private below(table: string): Way | null {
    for (const { table: own, column, references, referenced } of this.catalogue.foreignKeys) {
      const parent = own === table && this.toRoot(references);
      if (parent)
        return {
          rows: `t.${column} IN (SELECT o.${referenced} FROM ${references} o WHERE o.${parent.column} = $1)`,
          alone: null,
          isPart: false,
          foundThrough: [references],
        };
    }
    return null;
  }

  /** Does the key's table say which people share one thing, a row for each, and does the thing tell of them? A file tells of each by itself. */
  private isShared({ table, references }: ForeignKey): boolean {
    const column = this.toRoot(table)?.column;
    const isEachOnce = column !== undefined && this.catalogue.primaryKeys.get(table)?.includes(column);
    return isEachOnce === true && this.ours.has(references);
  }
}

const nobodyElse = ({ table, column }: ForeignKey, person: string, thing: string): string =>
  `NOT EXISTS (SELECT FROM ${table} o JOIN contacts oc ON oc.id = o.${person} WHERE o.${column} = ${thing} AND o.${person} <> $1 AND oc.erased_at IS NULL)`;
