import type { CatalogueTable } from './catalogue.js';

const nobody = `'{}'::uuid[]`;
const quoted = (column: string): string => `t."${column}"`;

/** Columns that say of which kind and which record a row tells. */
const polymorphic: [kind: string, id: string][] = [
  ['subject_type', 'subject_id'],
  ['about_type', 'about_id'],
  ['kind', 'ref_id'],
];

const columnsTo = ({ references }: CatalogueTable, table: string): string[] => [
  ...new Set(references.filter(({ to }) => to === table).map(({ column }) => quoted(column))),
];

function named({ columns }: CatalogueTable, kind: string): string[] {
  return polymorphic
    .filter((pair) => pair.every((column) => columns.includes(column)))
    .map(([type, id]) => `CASE WHEN ${quoted(type)} = '${kind}' THEN ${quoted(id)} END`);
}

const listOf = (ids: string[]): string =>
  ids.length === 0 ? nobody : `array_remove(ARRAY[${ids.join(', ')}]::uuid[], NULL)`;

const isPublic = ({ schema }: CatalogueTable, name: string, table: string): boolean =>
  schema === 'public' && name === table;

/** The interactions that a row is, belongs to or tells of. */
function interactionsOf(table: CatalogueTable): string[] {
  return [
    ...(isPublic(table, table.name, 'interactions') ? ['t.id'] : []),
    ...(table.name === 'interaction_participants' ? [] : columnsTo(table, 'interactions')),
    ...named(table, 'interaction'),
  ];
}

/** Whom a row of the table `t` is about: SQL of a uuid[]. */
export function peopleOf(table: CatalogueTable): string {
  const direct = [
    ...(isPublic(table, table.name, 'contacts') ? ['t.id'] : []),
    ...columnsTo(table, 'contacts'),
    ...named(table, 'contact'),
  ];
  const present = interactionsOf(table).map(
    (id) => `array(SELECT p.contact_id FROM interaction_participants p WHERE p.interaction_id = ${id})`,
  );
  return [listOf(direct), ...present].join(' || ');
}

/** The companies that a row is about, or whose people it is about: SQL of a uuid[]. */
export function companiesOf(table: CatalogueTable): string {
  const direct = [
    ...(isPublic(table, table.name, 'companies') ? ['t.id'] : []),
    ...columnsTo(table, 'companies'),
    ...named(table, 'company'),
  ];
  const people =
    table.name === 'contacts' ? [] : [...columnsTo(table, 'contacts'), ...named(table, 'contact')];
  return [
    listOf(direct),
    ...people.map(
      (id) => `array(SELECT c.company_id FROM contacts c WHERE c.id = ${id} AND c.company_id IS NOT NULL)`,
    ),
    ...interactionsOf(table)
      .filter((id) => id !== 't.id')
      .map(
        (id) =>
          `array(SELECT i.company_id FROM interactions i WHERE i.id = ${id} AND i.company_id IS NOT NULL)`,
      ),
  ].join(' || ');
}

/**
 * Is a row of the table `t` about one of some people, or of some companies? SQL of a boolean; both are parameters of
 * uuid[], however long.
 */
export const isAbout = (table: CatalogueTable, people: string, companies: string): string =>
  `(EXISTS (SELECT FROM unnest(${peopleOf(table)}) AS person WHERE person = ANY (${people}::uuid[]))
    OR EXISTS (SELECT FROM unnest(${companiesOf(table)}) AS company WHERE company = ANY (${companies}::uuid[])))`;
