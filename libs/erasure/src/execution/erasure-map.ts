import { Injectable } from '@nestjs/common';
import { dataMap } from '@seloste/personal-data';
import { DataSource, type EntityManager } from 'typeorm';
import { readCatalogue, type Catalogue } from './catalogue.js';
import { placesOf, type Place } from './places.js';

/** Where something of a person, or of a company that is one, can be in this database. */
export interface ErasureMap {
  catalogue: Catalogue;
  ofPerson: Place[];
  ofCompany: Place[];
}

/** The map, read once: tables change with the program. */
@Injectable()
export class ErasureMaps {
  private map: Promise<ErasureMap> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  read(tx: EntityManager): Promise<ErasureMap> {
    this.map ??= this.derive(tx).catch((error: unknown) => {
      this.map = null;
      throw error;
    });
    return this.map;
  }

  private async derive(tx: EntityManager): Promise<ErasureMap> {
    const [declared, catalogue] = [dataMap(this.dataSource), await readCatalogue(tx)];
    const ofPerson = placesOf('contacts', declared, catalogue);
    return {
      catalogue,
      ofPerson,
      ofCompany: [...placesOf('companies', declared, catalogue), ...saidOfTheCompanyAlone(ofPerson)],
    };
  }
}

/** What was said with a sole trader and nobody else on record was said with the person. */
const saidOfTheCompanyAlone = (ofPerson: Place[]): Place[] =>
  ofPerson
    .filter(({ table }) => table === 'interactions')
    .map((place) => ({
      ...place,
      rows: `t.company_id = $1 AND NOT EXISTS (SELECT FROM interaction_participants o WHERE o.interaction_id = t.id)`,
      alone: null,
      foundThrough: [],
    }));
