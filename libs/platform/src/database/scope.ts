import type { Scope } from '@seloste/kernel';

/** Where a row says whose it is: SQL expressions on the query's tables. */
export interface ScopeColumns {
  /** Of type uuid: the owner. */
  owner: string;
  /** Of type boolean: is it about a customer? */
  isCustomer: string;
}

/**
 * The scope as a condition inside a query, so that what is out of reach is never loaded. Null when everything is in
 * reach; ids are pushed to `parameters`.
 */
export function scopeCondition(scope: Scope, columns: ScopeColumns, parameters: unknown[]): string | null {
  if (scope === 'all') return null;
  const rules = scope.map(({ owners, orNobodys, customersOnly }) => {
    const conditions: string[] = [];
    if (owners !== null) {
      const isTheirs = `${columns.owner} = ANY($${parameters.push(owners)}::uuid[])`;
      conditions.push(orNobodys ? `(${isTheirs} OR ${columns.owner} IS NULL)` : isTheirs);
    }
    if (customersOnly) conditions.push(columns.isCustomer);
    return conditions.length > 0 ? conditions.join(' AND ') : 'true';
  });
  return rules.length === 0 ? 'false' : `(${rules.join(' OR ')})`;
}

/** The value where `open` holds (null: everywhere), else NULL; both are SQL expressions. */
export const whereOpen = (open: string | null, value: string): string =>
  open === null ? value : `CASE WHEN ${open} THEN ${value} END`;
