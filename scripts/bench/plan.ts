import type { OneClickPlan } from './one-click.ts';

/** One statement of the application, as it went to the driver. */
export interface Statement {
  name?: string;
  text: string;
  values: unknown[];
  /** Statements of the same wave were on their way at the same time. */
  wave: number;
}

/** How rows become the answer. */
export type AnswerKind = 'list' | 'contact' | 'timeline' | 'search';

/** What the floor does for one request: the application's own statements, and no more. */
export interface ReadPlan {
  /** Path with query, under the origin. */
  path: string;
  kind: AnswerKind;
  statements: Statement[];
  /** What the application's answer to this request was, for what it computes without the database. */
  answer: Record<string, unknown>;
}

/** The statements of one creation, and the values in them that differ each time. */
export interface CreatePlan {
  statements: Statement[];
  /** Ids that the application made up. */
  ids: string[];
  body: NewContactBody;
}

export interface NewContactBody {
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
  title: string;
  language: string;
  companyId: string;
  sources: { kind: string; what: string }[];
}

export interface FloorSettings {
  databaseUrl: string;
  poolSize: number;
  sessionOptions: string;
  plans: ReadPlan[];
  create: CreatePlan | null;
  oneClick: OneClickPlan | null;
}
