/**
 * The one declaration of personal data (GDPR Art. 5(2), 25, 30): every column says what it holds, right where it is
 * declared. The data map, access package, erasure and register description are generated from it, and the build fails
 * on a column without one (design rule 1).
 */

/** Whose data a record is. */
export type DataSubject = 'contact' | 'company' | 'user';

export type DataCategory =
  | 'identity'
  | 'contact_details'
  | 'work_role'
  | 'company_details'
  | 'billing'
  | 'preferences'
  | 'communication'
  | 'provenance'
  | 'usage'
  | 'credentials'
  | 'link';

export type DataPurpose =
  'customer_relationship' | 'direct_marketing' | 'invoicing' | 'security' | 'accountability';

/** Which retention rule's clock the value follows. */
export type RetentionClass =
  | 'relationship'
  | 'interaction'
  | 'account'
  | 'session'
  | 'mail'
  | 'import'
  | 'export'
  | 'audit'
  /** For as long as somebody's "no" has to be honoured: it outlives the person's data. */
  | 'suppression';

/**
 * What erasing the person does to the value. `clear`: it is empty afterwards. `pseudonymise`: a random name stands in its
 * place. `delete_row`: the row goes. `redact`: words about the person are replaced by a mark. `generalise`: what is left
 * no longer tells people apart (a title becomes a function, a time a month). `keep`: it holds nothing about the person
 * once the rest is gone.
 */
export type ErasureAction = 'clear' | 'pseudonymise' | 'delete_row' | 'redact' | 'generalise' | 'keep';

/** What a whole record has in common; its columns inherit it. */
export interface RecordDeclaration {
  subject: DataSubject;
  retention: RetentionClass;
  purposes: DataPurpose[];
  /**
   * How a person's rows are found where no foreign key leads to them: an SQL condition on the table as `t`, in which $1
   * is the person's id. `derived`: triggers keep the table in step with those where the person is found.
   */
  foundBy?: string;
  /** What is held of a person is told here: the rows stay as they are while anything is. */
  staysWhileHeld?: boolean;
  /** A clock runs from it, or it tells what the person asked of us: no part of it goes before they do. */
  staysWithPerson?: boolean;
}

export interface PersonalDeclaration {
  category: DataCategory;
  erasure: ErasureAction;
  /** Part of the access package (Art. 15)? Default true. */
  exported?: boolean;
  /** Replaces the record's purposes. */
  purposes?: DataPurpose[];
  /** Replaces the record's retention class. */
  retention?: RetentionClass;
  /** For a JSON column: each path that can hold personal data, and what it holds. */
  paths?: Record<string, Omit<PersonalDeclaration, 'paths'>>;
}

export type ColumnDeclaration =
  ({ personal: true } & PersonalDeclaration) | { personal: false; reason: string };

const records = new Map<unknown, RecordDeclaration | { reason: string }>();
const columns = new Map<unknown, Map<string, ColumnDeclaration>>();

function declare(prototype: object, property: string | symbol, declaration: ColumnDeclaration): void {
  const owner = prototype.constructor;
  if (!columns.has(owner)) columns.set(owner, new Map());
  columns.get(owner)?.set(String(property), declaration);
}

/** A record that is about people: says whose, why it is kept, and whose clock it follows. */
export function PersonalRecord(declaration: RecordDeclaration): ClassDecorator {
  return (target) => void records.set(target, declaration);
}

/** A record in which no person can be found, with the reason. Its columns need no declaration of their own. */
export function ImpersonalRecord(reason: string): ClassDecorator {
  return (target) => void records.set(target, { reason });
}

/** A column that can hold personal data. */
export function Personal(declaration: PersonalDeclaration): PropertyDecorator {
  return (prototype, property) => declare(prototype, property, { personal: true, ...declaration });
}

/** A column that cannot hold personal data, with the reason where it is not plain from the name. */
export function NotPersonal(reason = 'technical'): PropertyDecorator {
  return (prototype, property) => declare(prototype, property, { personal: false, reason });
}

export const recordDeclarationOf = (entity: unknown): RecordDeclaration | { reason: string } | undefined =>
  records.get(entity);

export const columnDeclarationOf = (entity: unknown, property: string): ColumnDeclaration | undefined =>
  columns.get(entity)?.get(property);
