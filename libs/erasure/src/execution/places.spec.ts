import type { MappedTable } from '@seloste/personal-data';
import type { Catalogue, ForeignKey } from './catalogue.js';
import { placesOf } from './places.js';

const key = (table: string, column: string, references: string): ForeignKey => ({
  ...{ table, column, references, referenced: 'id', onDelete: 'cascade' },
});

const person = { subject: 'contact', retention: 'relationship', purposes: ['accountability'] } as const;

const mapped = (table: string, record: object = {}): MappedTable => ({
  table,
  record: { ...person, purposes: [...person.purposes], ...record },
  columns: [{ column: 'note', declaration: { personal: true, category: 'identity', erasure: 'redact' } }],
});

function catalogueOf(
  tables: string[],
  foreignKeys: ForeignKey[],
  keys: Record<string, string[]> = {},
): Catalogue {
  const text = { type: 'text', isNullable: true, isGenerated: false };
  return {
    foreignKeys,
    columns: new Map(tables.map((table) => [`${table}.note`, text])),
    primaryKeys: new Map([
      ...tables.map((table): [string, string[]] => [table, ['id']]),
      ...Object.entries(keys),
    ]),
  };
}

const rowsOf = (tables: MappedTable[], foreignKeys: ForeignKey[], keys?: Record<string, string[]>) =>
  placesOf(
    'contacts',
    tables,
    catalogueOf(
      tables.map(({ table }) => table),
      foreignKeys,
      keys,
    ),
  );

describe('the places where something of a person can be', () => {
  it('are found by the foreign key, over a part of the person, and over what people share', () => {
    const places = rowsOf(
      [
        mapped('contacts'),
        mapped('letters'),
        mapped('drafts'),
        mapped('meetings'),
        mapped('guests'),
        mapped('versions'),
      ],
      [
        key('letters', 'contact_id', 'contacts'),
        key('drafts', 'letter_id', 'letters'),
        key('guests', 'contact_id', 'contacts'),
        key('guests', 'meeting_id', 'meetings'),
        key('versions', 'meeting_id', 'meetings'),
      ],
      { guests: ['meeting_id', 'contact_id'] },
    );
    const byTable = new Map(places.map((place) => [place.table, place]));
    const guests = 'SELECT o.meeting_id FROM guests o WHERE o.contact_id = $1';
    expect(byTable.get('contacts')).toMatchObject({ rows: 't.id = $1', alone: null });
    expect(byTable.get('letters')).toMatchObject({ rows: 't.contact_id = $1', alone: null, isPart: true });
    expect(byTable.get('drafts')?.rows).toBe(
      't.letter_id IN (SELECT o.id FROM letters o WHERE o.contact_id = $1)',
    );
    expect(byTable.get('meetings')?.rows).toBe(`t.id IN (${guests})`);
    expect(byTable.get('versions')).toMatchObject({
      rows: `t.meeting_id IN (${guests})`,
      foundThrough: ['guests'],
    });
    for (const table of ['meetings', 'versions', 'guests'])
      expect(byTable.get(table)?.alone).toMatch(
        /^NOT EXISTS .* o\.contact_id <> \$1 AND oc\.erased_at IS NULL\)$/,
      );
  });

  it('are where the declaration says, where no foreign key leads', () => {
    expect(rowsOf([mapped('acts', { foundBy: 't.subject_id = $1' })], [])[0]?.rows).toBe('t.subject_id = $1');
    expect(rowsOf([mapped('words', { foundBy: 'derived' })], [])).toEqual([]);
  });

  it('cannot be left out: a table that tells of people and to which nothing leads stops the build', () => {
    expect(() => rowsOf([mapped('contacts'), mapped('gossip')], [])).toThrow('gossip tells of people');
  });
});
