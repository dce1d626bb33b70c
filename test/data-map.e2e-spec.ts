import { DataSource } from 'typeorm';
import { NotPersonal, PersonalRecord, recordDeclarationOf } from '@seloste/kernel';
import { dataMap, undeclared } from '@seloste/personal-data';
import { createTestApp, type TestApp } from '@seloste/testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('test_half_declared')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['customer_relationship'] })
class HalfDeclared {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  nickname!: string;
}

@Entity('test_undeclared')
class Undeclared {
  @PrimaryColumn('uuid')
  id!: string;
}

describe('the declaration of personal data', () => {
  let app: TestApp;
  let dataSource: DataSource;

  beforeAll(async () => {
    app = await createTestApp();
    dataSource = app.app.get(DataSource);
  });
  afterAll(() => app.close());

  it('covers every column of every entity (GDPR Art. 5(2), 30)', () => {
    expect(undeclared(dataSource)).toEqual([]);
    expect(dataMap(dataSource).length).toBeGreaterThan(10);
  });

  it('names a column and a table about which nothing was said', async () => {
    const { url } = app.database;
    const other = await new DataSource({
      type: 'postgres',
      url,
      entities: [HalfDeclared, Undeclared],
    }).initialize();
    expect(undeclared(other)).toEqual(['test_half_declared.nickname', 'test_undeclared']);
    await other.destroy();
  });

  it('covers every table of the database: none escapes by having no entity', async () => {
    const tables = await app.rows<{ table: string }>(
      `SELECT c.relname AS table FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations' ORDER BY 1`,
    );
    expect(dataSource.entityMetadatas.map((entity) => entity.tableName).sort()).toEqual(
      tables.map(({ table }) => table).sort(),
    );
  });

  it('says of each record whose it is and whose clock it follows, or why it is nobody’s', () => {
    for (const { target } of dataSource.entityMetadatas) expect(recordDeclarationOf(target)).toBeDefined();
  });
});
