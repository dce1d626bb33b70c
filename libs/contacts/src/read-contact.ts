import { companiesWithin, contactsWithin } from '@seloste/identity';
import { NotFound, type Language, type RelationshipStatus, type RequestContext } from '@seloste/kernel';
import { factsColumn, type FactsJson, type Permissions } from '@seloste/permissions';
import {
  clockColumn,
  partsColumn,
  toRetention,
  toRetentionPart,
  type Clock,
  type ClockPart,
} from '@seloste/retention';
import { languageOf, referenceOf, whereOpen, type Reader } from '@seloste/platform';
import { sightOf, type ContactSight } from './contact-scope.js';
import type {
  ContactFieldGroup,
  ContactListItem,
  ContactResponse,
  EmploymentResponse,
} from './contacts.dto.js';
import type { Contact } from './contact.entity.js';

type PlainColumns = Pick<
  Contact,
  | 'id'
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'areaOfResponsibility'
  | 'language'
  | 'companyId'
  | 'ownerId'
  | 'lastInteractionAt'
  | 'archivedAt'
  | 'restricted'
>;

interface SharedColumns extends PlainColumns {
  companyName: string | null;
  ownerName: string | null;
  showsDetails: boolean;
  showsPrivacy: boolean;
  /** Null where it is withheld. */
  clock: Clock | null;
}

export interface ListRow extends SharedColumns {
  email: string | null;
  phone: string | null;
}

const sharedColumns = ({ details, employer, privacy }: ContactSight): string => `
  c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.title, c.area_of_responsibility AS "areaOfResponsibility",
  c.language, ${whereOpen(employer, 'c.company_id')} AS "companyId", ${whereOpen(employer, 'co.name')} AS "companyName",
  c.owner_id AS "ownerId", o.name AS "ownerName", c.last_interaction_at AS "lastInteractionAt", c.archived_at AS "archivedAt", c.restricted,
  ${details ?? 'true'} AS "showsDetails", ${privacy ?? 'true'} AS "showsPrivacy", ${whereOpen(privacy, clockColumn('c'))} AS clock`;

const firstPoint = (kind: 'email' | 'phone'): string =>
  `(SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = '${kind}' AND p.position = 0)`;

/** Columns of a list row as far as the caller may see them; `c` is the person, `co` the employer, `o` the owner. */
export function listColumns(context: RequestContext, parameters: unknown[]): string {
  const sight = sightOf(context, parameters);
  return `${sharedColumns(sight)},
    ${whereOpen(sight.details, firstPoint('email'))} AS email, ${whereOpen(sight.details, firstPoint('phone'))} AS phone`;
}

export const listFrom =
  'contacts c LEFT JOIN companies co ON co.id = c.company_id LEFT JOIN users o ON o.id = c.owner_id';

type FullRow = SharedColumns &
  Pick<
    Contact,
    'department' | 'authorisations' | 'interests' | 'erasedAt' | 'createdAt' | 'updatedAt' | 'version'
  > & {
    companyStatus: RelationshipStatus | null;
    employments: EmploymentResponse[];
    facts: FactsJson;
    parts: ClockPart[];
  } & Pick<ContactResponse, 'emails' | 'phones' | 'sources' | 'bases'>;

const points = (kind: 'email' | 'phone'): string =>
  `ARRAY(SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = '${kind}' ORDER BY p.position)`;

const sources = `(SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'what', s.what, 'when', s.collected_on)
       ORDER BY s.collected_on, s.recorded_at, s.id), '[]') FROM contact_sources s WHERE s.contact_id = c.id)`;

const bases = `(SELECT coalesce(json_agg(json_build_object('purpose', b.purpose, 'basis', b.basis) ORDER BY b.purpose), '[]')
       FROM contact_bases b WHERE b.contact_id = c.id)`;

/** The query of one person, `$1`, as far as the caller may see them. */
function fullSql(context: RequestContext, parameters: unknown[]): string {
  const within = contactsWithin(context, 'contacts.read', 'c', parameters);
  const sight = sightOf(context, parameters);
  const { privacy } = sight;
  const formerEmployer = companiesWithin(context, 'companies.read', 'ec', parameters);
  return `
  SELECT ${sharedColumns(sight)}, ${whereOpen(sight.employer, 'co.relationship_status')} AS "companyStatus",
    c.department, c.authorisations, c.interests, c.erased_at AS "erasedAt", c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version,
    ${whereOpen(sight.details, points('email'))} AS emails, ${whereOpen(sight.details, points('phone'))} AS phones,
    ${factsColumn('c', 'co')} AS facts, ${partsColumn('c')} AS parts, ${whereOpen(privacy, sources)} AS sources, ${whereOpen(privacy, bases)} AS bases,
    (SELECT coalesce(json_agg(json_build_object('companyId', e.company_id, 'companyName', ec.name, 'title', e.title,
       'startedOn', e.started_on, 'endedOn', e.ended_on) ORDER BY e.ended_on DESC NULLS FIRST, e.id DESC), '[]')
       FROM employments e JOIN companies ec ON ec.id = e.company_id
       WHERE e.contact_id = c.id${formerEmployer === null ? '' : ` AND ${formerEmployer}`}) AS employments
  FROM ${listFrom} WHERE c.id = $1${within === null ? '' : ` AND ${within}`}`;
}

/** Who asks, and whom decisions are asked of. */
export interface ContactSeeker {
  context: RequestContext;
  permissions: Permissions;
}

/** One person with everything about them that the caller may see, in the caller's language. @throws NotFound */
export async function readContact(
  reader: Reader,
  { context, permissions }: ContactSeeker,
  id: string,
): Promise<ContactResponse> {
  const parameters: unknown[] = [id];
  const [row] = await reader.read<FullRow>(fullSql(context, parameters), parameters);
  if (!row) throw new NotFound('contact');
  const { clock, companyName, companyStatus, facts, parts, ownerName, showsDetails, showsPrivacy, ...rest } =
    row;
  return {
    ...rest,
    name: displayName(row),
    company:
      row.companyId !== null && companyName !== null && companyStatus !== null
        ? { id: row.companyId, name: companyName, relationship: companyStatus }
        : null,
    owner: referenceOf(row.ownerId, ownerName),
    permissions: await permissions.summaryOf(facts, languageOf(context)),
    retention: personRetention(clock, parts, languageOf(context)),
    withheld: withheldFrom({ showsDetails, showsPrivacy }),
  };
}

function personRetention(
  clock: Clock | null,
  parts: ClockPart[],
  language: Language,
): ContactResponse['retention'] {
  const retention = toRetention(clock, language);
  return retention && { ...retention, parts: parts.map((part) => toRetentionPart(part, language)) };
}

const withheldFrom = (shown: { showsDetails: boolean; showsPrivacy: boolean }): ContactFieldGroup[] => [
  ...(shown.showsDetails ? [] : (['contact_details'] as const)),
  ...(shown.showsPrivacy ? [] : (['privacy'] as const)),
];

/** List rows of those of these people whom the caller may see, in this order. */
export async function readListItems(
  reader: Reader,
  context: RequestContext,
  ids: string[],
): Promise<ContactListItem[]> {
  const parameters: unknown[] = [ids];
  const within = contactsWithin(context, 'contacts.read', 'c', parameters);
  const rows = await reader.read<ListRow>(
    `SELECT ${listColumns(context, parameters)} FROM ${listFrom}
     WHERE c.id = ANY($1)${within === null ? '' : ` AND ${within}`} ORDER BY array_position($1::uuid[], c.id)`,
    parameters,
  );
  return rows.map((row) => toListItem(row, context));
}

/** A list row as the API shows it. */
export function toListItem(row: ListRow, context: RequestContext): ContactListItem {
  return {
    id: row.id,
    name: displayName(row),
    firstName: row.firstName,
    lastName: row.lastName,
    title: row.title,
    areaOfResponsibility: row.areaOfResponsibility,
    language: row.language,
    email: row.email,
    phone: row.phone,
    company: referenceOf(row.companyId, row.companyName),
    owner: referenceOf(row.ownerId, row.ownerName),
    lastInteractionAt: row.lastInteractionAt,
    archivedAt: row.archivedAt,
    restricted: row.restricted,
    retention: toRetention(row.clock, languageOf(context)),
    withheld: withheldFrom(row),
  };
}

const displayName = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();
