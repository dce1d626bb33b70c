import { InvalidInput } from '@seloste/kernel';
import { sourceOf, type SourceResponse } from '@seloste/platform';
import type { Contact } from './contact.entity.js';
import type { ContactResponse, UpdateContact } from './contacts.dto.js';

const plainColumns = [
  'firstName',
  'lastName',
  'title',
  'areaOfResponsibility',
  'department',
  'language',
  'companyId',
  'authorisations',
  'interests',
  'ownerId',
] as const;

/** What is known of a person before an update. */
type Known = Pick<ContactResponse, 'firstName' | 'lastName' | 'sources'>;

/** What an input says of a person; how they came back is no property of theirs. */
type Facts = Omit<UpdateContact, 'comesBack'>;

/** An input with nothing left open. */
export type CompleteInput = Omit<Facts, 'firstName' | 'lastName' | 'sources'> & {
  firstName?: string;
  lastName?: string;
  sources?: (SourceResponse & { id?: string })[];
};

/**
 * The input with nothing left open: a name that is cleared is empty, and a source without a date is from the day on
 * which it was recorded, else from `today`.
 * @throws InvalidInput when no name would be left, or for an unexplained source
 */
export function complete(input: Facts, known: Known, today: string): CompleteInput {
  const [firstName, lastName] = [nameOf(input.firstName), nameOf(input.lastName)];
  if ((firstName ?? known.firstName) === '' && (lastName ?? known.lastName) === '')
    throw InvalidInput.of('lastName', 'required', 'a first name or a last name is needed');
  const daysOf = new Map((known.sources ?? []).map(({ id, when }) => [id, when]));
  const sources = input.sources?.map(({ id, ...source }, i) => ({
    id,
    ...sourceOf(source, `sources.${i}`, daysOf.get(id ?? '') ?? today),
  }));
  return { ...input, firstName, lastName, sources };
}

const nameOf = (given: string | null | undefined): string | undefined =>
  given === undefined ? undefined : (given ?? '');

/** The columns that an input sets; what the input leaves out is not among them. */
export const columnsOf = (input: CompleteInput): Partial<Contact> =>
  Object.fromEntries(
    plainColumns.filter((column) => input[column] !== undefined).map((column) => [column, input[column]]),
  );
