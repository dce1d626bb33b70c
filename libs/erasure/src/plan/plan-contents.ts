import type { ErasureAction } from '@seloste/kernel';

/** What becomes of rows of one table. `until` and `why` say how long what stays does, and for what. */
export interface PlannedTable {
  table: string;
  action: PlannedAction;
  count: number;
  until: string | null;
  /** A stable code; null where nothing stays. */
  why: string | null;
}

/** `replace`: words in what others wrote, or what was said with others present. */
export type PlannedAction = Exclude<ErasureAction, 'clear'> | 'replace';

/** Why a pseudonym would not hide the person, and the row goes as well; null: it hides them. */
export type SmallCell = 'only_person_of_company' | 'only_person_with_function' | 'sole_trader' | null;

/** Numbers, names and codes: no plan holds a word about the person. */
export interface PlanContents {
  /** The person's version; and a digest of everything that the plan rests on. */
  version: number;
  basis: string;
  tables: PlannedTable[];
  smallCell: SmallCell;
  holds: { id: string; ground: string; until: string | null; reviewOn: string | null }[];
}
