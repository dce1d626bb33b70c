import { contactsWithin } from '@seloste/identity';
import { NotFound, type Language, type RelationshipStatus, type RequestContext } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import type {
  BasisDto,
  ContactListItem,
  ContactResponse,
  ContactSourceResponse,
  EmploymentResponse,
} from './contacts.dto.js';
import type { Contact } from './contact.entity.js';
import { retentionReason } from './contact-texts.js';

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
>;

export interface ListRow extends PlainColumns {
  email: string | null;
  phone: string | null;
  companyName: string | null;
  ownerName: string | null;
}

const plainColumns = `
  c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.title, c.area_of_responsibility AS "areaOfResponsibility",
  c.language, c.company_id AS "companyId", co.name AS "companyName", c.owner_id AS "ownerId", o.name AS "ownerName",
  c.last_interaction_at AS "lastInteractionAt", c.archived_at AS "archivedAt"`;

/** Columns of a list row; `c` is the person, `co` the employer, `o` the owner. */
export const listColumns = `${plainColumns},
  (SELECT value FROM contact_points e WHERE e.contact_id = c.id AND e.kind = 'email' AND e.position = 0) AS email,
  (SELECT value FROM contact_points t WHERE t.contact_id = c.id AND t.kind = 'phone' AND t.position = 0) AS phone`;

export const listFrom =
  'contacts c LEFT JOIN companies co ON co.id = c.company_id LEFT JOIN users o ON o.id = c.owner_id';

type FullRow = PlainColumns &
  Pick<ListRow, 'companyName' | 'ownerName'> &
  Pick<
    Contact,
    | 'department'
    | 'authorisations'
    | 'interests'
    | 'retentionDueOn'
    | 'retentionGround'
    | 'retentionReviewOn'
    | 'createdAt'
    | 'updatedAt'
    | 'version'
  > & {
    companyStatus: RelationshipStatus | null;
    emails: string[];
    phones: string[];
    sources: ContactSourceResponse[];
    bases: BasisDto[];
    employments: EmploymentResponse[];
  };

const fullSql = `
  SELECT ${plainColumns}, co.relationship_status AS "companyStatus", c.department, c.authorisations, c.interests,
    c.retention_due_on::text AS "retentionDueOn", c.retention_ground AS "retentionGround",
    c.retention_review_on::text AS "retentionReviewOn", c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version,
    ARRAY(SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email' ORDER BY p.position) AS emails,
    ARRAY(SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'phone' ORDER BY p.position) AS phones,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'what', s.what, 'when', s.collected_on)
       ORDER BY s.collected_on, s.recorded_at, s.id), '[]') FROM contact_sources s WHERE s.contact_id = c.id) AS sources,
    (SELECT coalesce(json_agg(json_build_object('purpose', b.purpose, 'basis', b.basis) ORDER BY b.purpose), '[]')
       FROM contact_bases b WHERE b.contact_id = c.id) AS bases,
    (SELECT coalesce(json_agg(json_build_object('companyId', e.company_id, 'companyName', ec.name, 'title', e.title,
       'startedOn', e.started_on, 'endedOn', e.ended_on) ORDER BY e.ended_on DESC NULLS FIRST, e.id DESC), '[]')
       FROM employments e JOIN companies ec ON ec.id = e.company_id WHERE e.contact_id = c.id) AS employments
  FROM ${listFrom} WHERE c.id = $1`;

/** One person with everything about them, the clock's reason in `language`. @throws NotFound */
export async function readContact(reader: Reader, id: string, language: Language): Promise<ContactResponse> {
  const [row] = await reader.read<FullRow>(fullSql, [id]);
  if (!row) throw new NotFound('contact');
  const {
    companyName,
    companyStatus,
    ownerName,
    retentionDueOn,
    retentionGround,
    retentionReviewOn,
    ...rest
  } = row;
  return {
    ...rest,
    name: displayName(row),
    company:
      row.companyId !== null && companyName !== null && companyStatus !== null
        ? { id: row.companyId, name: companyName, relationship: companyStatus }
        : null,
    owner: referenceOf(row.ownerId, ownerName),
    retention: {
      dueOn: retentionDueOn,
      ground: retentionGround,
      reason: retentionReason(retentionGround, language),
      reviewOn: retentionReviewOn,
    },
  };
}

/** List rows of these people, in this order. */
export async function readListItems(
  reader: Reader,
  context: RequestContext,
  ids: string[],
): Promise<ContactListItem[]> {
  const parameters: unknown[] = [ids];
  const within = contactsWithin(context, 'contacts.read', 'c', parameters);
  const rows = await reader.read<ListRow>(
    `SELECT ${listColumns} FROM ${listFrom} WHERE c.id = ANY($1)${within === null ? '' : ` AND ${within}`}
     ORDER BY array_position($1::uuid[], c.id)`,
    parameters,
  );
  return rows.map(toListItem);
}

/** A list row as the API shows it. */
export function toListItem(row: ListRow): ContactListItem {
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
  };
}

const displayName = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();
