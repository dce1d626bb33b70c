import { writeFileSync } from 'node:fs';
import { dataMap, dataMapDocument } from '@seloste/personal-data';
import { SnakeCase } from '@seloste/platform';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import './app.module.js';

/** The entities as declared; no database is needed to read them. */
class Declarations extends DataSource {
  async read(): Promise<this> {
    await this.buildMetadatas();
    return this;
  }
}

/** Writes docs/data-map.md from the declarations. Importing the app's module has registered every entity. */
const entities = getMetadataArgsStorage().tables.map(({ target }) => target as () => void);
const declarations = await new Declarations({
  type: 'postgres',
  entities,
  namingStrategy: new SnakeCase(),
}).read();
writeFileSync(process.argv[2] ?? 'docs/data-map.md', dataMapDocument(dataMap(declarations)));
