import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { Conditions } from '@seloste/platform';
import { industryPrefixes } from './industry-prefixes.js';
import type { SegmentFilters } from './segment.entity.js';

/** People `c` with their employer `co`. */
export const peopleFrom = 'contacts c LEFT JOIN companies co ON co.id = c.company_id';

/** Texts are equal whatever their case and the blanks around them. */
const among = (value: string, placeholder: string): string =>
  `lower(btrim(${value})) = ANY(ARRAY(SELECT lower(btrim(word)) FROM unnest(${placeholder}::text[]) word))`;

/**
 * The people of a segment within the caller's reach, as conditions on {@link peopleFrom}: nobody who is archived, erased
 * or restricted (whom row-level security hides).
 * @param timeZone in which days begin
 * @throws InvalidInput for an industry that is none
 */
export function segmentConditions(
  context: RequestContext,
  filters: SegmentFilters,
  timeZone: string,
): Conditions {
  const conditions = new Conditions(['c.archived_at IS NULL', 'c.erased_at IS NULL']);
  const { parameters } = conditions;
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', parameters));
  conditions.add(filters.languages, (p) => `c.language = ANY(${p}::text[])`);
  conditions.add(filters.ownerIds, (p) => `c.owner_id = ANY(${p}::uuid[])`);
  conditions.add(filters.areasOfResponsibility, (p) => among('c.area_of_responsibility', p));
  conditions.add(
    filters.tags,
    (p) => `EXISTS (SELECT FROM unnest(c.interests) interest WHERE ${among('interest', p)})`,
  );
  addLastContact(conditions, filters, timeZone);
  if (addEmployer(conditions, filters))
    // A filter tells of nothing that the caller does not see: of an employer out of reach, it finds nobody.
    conditions.keep(companiesWithin(context, 'companies.read', 'co', parameters));
  return conditions;
}

function addLastContact(conditions: Conditions, filters: SegmentFilters, timeZone: string): void {
  const { lastContactBefore, lastContactAfter } = filters;
  if (lastContactBefore === undefined && lastContactAfter === undefined) return;
  const zone = `$${conditions.parameters.push(timeZone)}`;
  const beginOf = (day: string): string => `(${day}::date::timestamp AT TIME ZONE ${zone})`;
  conditions.add(lastContactBefore, (p) => `coalesce(c.last_interaction_at, '-infinity') < ${beginOf(p)}`);
  conditions.add(lastContactAfter, (p) => `coalesce(c.last_interaction_at, '-infinity') >= ${beginOf(p)}`);
}

/** Whether any of the filters asks about the employer. */
function addEmployer(conditions: Conditions, filters: SegmentFilters): boolean {
  const { parameters, where } = conditions;
  const before = where.length;
  conditions.add(filters.companyIds, (p) => `c.company_id = ANY(${p}::uuid[])`);
  conditions.add(
    filters.industry && industryPrefixes(filters.industry).map((prefix) => `${prefix}%`),
    (p) => `co.industry_code LIKE ANY(${p}::text[])`,
  );
  conditions.add(filters.relationship, (p) => `co.relationship_status = ${p}`);
  if (filters.products !== undefined || filters.productStatus !== undefined) {
    const named = filters.products && among('product.name', `$${parameters.push(filters.products)}`);
    const status = filters.productStatus && `product.status = $${parameters.push(filters.productStatus)}`;
    const asked = [named, status].filter((condition) => condition !== undefined).join(' AND ');
    where.push(`c.company_id IN (SELECT product.company_id FROM company_products product WHERE ${asked})`);
  }
  return where.length > before;
}
