import { isDeepStrictEqual } from 'node:util';
import { InvalidInput, type SourceKind } from '@seloste/kernel';
import type { Contact } from './contact.entity.js';
import type { ContactResponse, ContactSourceDto, UpdateContact } from './contacts.dto.js';

const plainColumns = [
  'title',
  'areaOfResponsibility',
  'department',
  'language',
  'companyId',
  'authorisations',
  'interests',
  'ownerId',
] as const;

type Names = Pick<Contact, 'firstName' | 'lastName'>;

/**
 * The columns that an input sets, always with the names; what else the input leaves out is not among them.
 * @param current the names so far
 * @throws InvalidInput when no name would be left
 */
export function columnsOf(input: UpdateContact, current: Names): Partial<Contact> & Names {
  const columns: Partial<Contact> = {};
  for (const name of plainColumns)
    if (input[name] !== undefined) Object.assign(columns, { [name]: input[name] });
  const names = {
    firstName: input.firstName === undefined ? current.firstName : (input.firstName ?? ''),
    lastName: input.lastName === undefined ? current.lastName : (input.lastName ?? ''),
  };
  if (names.firstName === '' && names.lastName === '')
    throw InvalidInput.of('lastName', 'required', 'a first name or a last name is needed');
  return { ...columns, ...names };
}

/** Sources ready to be written. @throws InvalidInput for `other` without words */
export function sourcesOf(
  sources: ContactSourceDto[],
  today: string,
): { id?: string; kind: SourceKind; what: string | null; collectedOn: string }[] {
  return sources.map((source, i) => {
    if (source.kind === 'other' && !source.what)
      throw InvalidInput.of(`sources.${i}.what`, 'required', 'must say in words where the data came from');
    return { id: source.id, kind: source.kind, what: source.what ?? null, collectedOn: source.when ?? today };
  });
}

/** The names of the fields that an update would change: for the audit record, and to leave an unchanged person alone. */
export function changedFields(current: ContactResponse, input: UpdateContact): string[] {
  return Object.entries(input)
    .filter(
      ([field, value]) => value !== undefined && !isSame(current[field as keyof ContactResponse], value),
    )
    .map(([field]) => field);
}

function isSame(current: unknown, given: unknown): boolean {
  if (Array.isArray(current) && Array.isArray(given))
    return current.length === given.length && current.every((item, i) => isSame(item, given[i]));
  if (current !== null && typeof current === 'object' && given !== null && typeof given === 'object')
    return Object.entries(given).every(
      ([key, value]) => value === undefined || isSame((current as Record<string, unknown>)[key], value),
    );
  return isDeepStrictEqual(current || null, given || null);
}
