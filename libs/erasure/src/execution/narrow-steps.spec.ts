import type { Catalogue } from './catalogue.js';
import { narrowingSteps } from './narrow-steps.js';
import type { Place, PlacedColumn } from './places.js';

const column = (
  name: string,
  category: PlacedColumn['category'],
  action: PlacedColumn['action'],
  type = 'text',
): PlacedColumn => ({ column: name, category, action, type, isNullable: true });

const place = (table: string, columns: PlacedColumn[], more: Partial<Place> = {}): Place => ({
  ...{ table, columns, rows: 't.contact_id = $1', alone: null, isPart: true, retention: 'relationship' },
  ...{ staysWhileHeld: false, staysWithPerson: false, foundThrough: [] },
  ...more,
});

const person = place('contacts', [
  column('last_name', 'identity', 'pseudonymise'),
  column('title', 'work_role', 'generalise'),
  column('last_heard_at', 'usage', 'clear', 'timestamp with time zone'),
  column('interests', 'preferences', 'clear', 'text[]'),
]);
const points = place('contact_points', [
  column('contact_id', 'link', 'delete_row', 'uuid'),
  column('value', 'contact_details', 'delete_row'),
]);
const mixed = place('letters', [
  column('address', 'contact_details', 'delete_row'),
  column('sentence', 'communication', 'delete_row'),
]);
const said = place(
  'interactions',
  [
    column('occurred_at', 'communication', 'generalise', 'timestamp with time zone'),
    column('body', 'communication', 'clear'),
  ],
  { rows: 't.id = $1', alone: 'is_alone', retention: 'interaction' },
);
const consents = place('consents', [column('note', 'preferences', 'clear')], { staysWithPerson: true });
const copies = place('import_rows', [column('record', 'work_role', 'clear')], { retention: 'import' });

const catalogue: Catalogue = { foreignKeys: [], columns: new Map(), primaryKeys: new Map() };
const all = [person, points, mixed, said, consents, copies];

const stepsOf = (...categories: PlacedColumn['category'][]) =>
  narrowingSteps(all, catalogue, {
    categories: new Set(categories),
    neededUntil: '2026-01-10',
    today: '2026-11-23',
  }).map(({ table, action, sets }) => [table, action, sets]);

describe('the steps of taking a category from somebody who stays', () => {
  it('clear what is of it, a title wholly, and leave the rest of the row alone', () => {
    expect(stepsOf('work_role')).toEqual([['contacts', 'redact', ['title = NULL']]]);
    expect(stepsOf('preferences')).toEqual([['contacts', 'redact', ['interests = NULL']]]);
  });

  it('take the name from nobody', () => {
    expect(stepsOf('identity')).toEqual([]);
  });

  it('delete a row when all of it may go, and not before', () => {
    expect(stepsOf('contact_details')).toEqual([['contact_points', 'delete_row', []]]);
    expect(stepsOf('contact_details', 'communication').map(([table]) => table)).toEqual([
      'interactions',
      'contact_points',
      'letters',
    ]);
  });

  it('are about what was said with nobody else, by the day on which the need ended; that it was said stays', () => {
    const [step] = narrowingSteps(all, catalogue, {
      categories: new Set(['communication'] as const),
      neededUntil: '2026-01-10',
      today: '2026-11-23',
    });
    expect(step).toMatchObject({ table: 'interactions', sets: ['body = NULL'] });
    expect(step?.rows).toContain(`interaction_is_past_need(t.id, date '2026-01-10', date '2026-11-23')`);
    expect(step?.rows).toContain('is_alone');
  });

  it('take no words for a day', () => {
    const days = { neededUntil: `2026-01-10'; DROP`, today: '2026-11-23' };
    expect(() => narrowingSteps(all, catalogue, { categories: new Set(), ...days })).toThrow('YYYY-MM-DD');
  });
});
