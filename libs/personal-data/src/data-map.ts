import {
  columnDeclarationOf,
  recordDeclarationOf,
  type ColumnDeclaration,
  type RecordDeclaration,
} from '@seloste/kernel';
import type { DataSource, EntityMetadata } from 'typeorm';

/** A column and what it was declared to hold; its record's purposes and clock are filled in. */
export interface MappedColumn {
  column: string;
  declaration: ColumnDeclaration;
}

export interface MappedTable {
  table: string;
  record: RecordDeclaration | { reason: string };
  columns: MappedColumn[];
}

/** Tables and columns (`table.column`) that nobody has said anything about. Must be empty: the build fails otherwise. */
export function undeclared(dataSource: DataSource): string[] {
  return dataSource.entityMetadatas.flatMap((entity) => {
    const record = recordDeclarationOf(entity.target);
    if (record === undefined) return [entity.tableName];
    if ('reason' in record) return [];
    return entity.columns
      .filter((column) => columnDeclarationOf(entity.target, column.propertyName) === undefined)
      .concat(entity.columns.filter((column) => isJsonWithoutPaths(entity, column.propertyName, column.type)))
      .map((column) => `${entity.tableName}.${column.databaseName}`);
  });
}

/** A JSON column that can hold personal data must say so path by path. */
function isJsonWithoutPaths(entity: EntityMetadata, property: string, type: unknown): boolean {
  const declaration = columnDeclarationOf(entity.target, property);
  return (
    (type === 'json' || type === 'jsonb') && declaration?.personal === true && declaration.paths === undefined
  );
}

/** Everything that was declared, by table name. */
export function dataMap(dataSource: DataSource): MappedTable[] {
  return dataSource.entityMetadatas
    .map((entity) => ({
      table: entity.tableName,
      record: recordDeclarationOf(entity.target) ?? { reason: 'undeclared' },
      columns: entity.columns.flatMap((column) => {
        const declaration = columnDeclarationOf(entity.target, column.propertyName);
        return declaration ? [{ column: column.databaseName, declaration }] : [];
      }),
    }))
    .sort((a, b) => a.table.localeCompare(b.table));
}
