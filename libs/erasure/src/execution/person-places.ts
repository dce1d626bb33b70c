import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ErasureMaps } from './erasure-map.js';
import type { PlacedColumn } from './places.js';
import { readCell } from './small-cell.js';

/** A table in which something of one person stands. `rows`: SQL on the table as `t`, in which $1 is `id`. */
export interface PersonPlace {
  table: string;
  rows: string;
  /** The person's, or that of the company that is one. */
  id: string;
  columns: PersonColumn[];
  /** Its primary key, with the types of its columns. */
  key: { column: string; type: string }[];
}

export interface PersonColumn extends PlacedColumn {
  /** Does it refer to a company? */
  isOfCompany: boolean;
}

/** Where something of one person is, from the same map as erasing them: what is erased is what can be shown. */
@Injectable()
export class PersonPlaces {
  constructor(private readonly maps: ErasureMaps) {}

  /** Restricted people are found by whoever acts as privacy officer alone. */
  async of(tx: EntityManager, contactId: string): Promise<PersonPlace[]> {
    const { catalogue, ofPerson, ofCompany } = await this.maps.read(tx);
    const { ownCompanyId } = await readCell(tx, contactId);
    const refersToCompany = new Set(
      catalogue.foreignKeys
        .filter(({ references }) => references === 'companies')
        .map(({ table, column }) => `${table}.${column}`),
    );
    const found = [
      ...ofPerson.map((place) => ({ place, id: contactId })),
      ...(ownCompanyId === null ? [] : ofCompany.map((place) => ({ place, id: ownCompanyId }))),
    ];
    return found.map(({ place: { table, rows, columns }, id }) => ({
      ...{ table, rows, id },
      columns: columns.map((of) => ({ ...of, isOfCompany: refersToCompany.has(`${table}.${of.column}`) })),
      key: (catalogue.primaryKeys.get(table) ?? []).map((column) => ({
        column,
        type: catalogue.columns.get(`${table}.${column}`)?.type ?? 'text',
      })),
    }));
  }
}
