import { scopeOf, type Permission, type RequestContext } from '@seloste/kernel';
import { scopeCondition } from '@seloste/platform';

/**
 * The people whom the caller's `permission` reaches, as a condition on a table `contact` of a query; null when it is
 * everybody. Values are pushed to `parameters`.
 */
export const contactsWithin = (
  context: RequestContext,
  permission: Permission,
  contact: string,
  parameters: unknown[],
): string | null =>
  scopeCondition(
    scopeOf(context, permission),
    {
      owner: `${contact}.owner_id`,
      isCustomer: `EXISTS (SELECT 1 FROM companies employer WHERE employer.id = ${contact}.company_id AND employer.relationship_status = 'customer')`,
    },
    parameters,
  );

/**
 * The companies that the caller's `permission` reaches, as a condition on a table `company`; null when it is every one.
 * A sole trader is a person, and has to be within the reach of `contacts.read` as well.
 */
export function companiesWithin(
  context: RequestContext,
  permission: Permission,
  company: string,
  parameters: unknown[],
): string | null {
  const columns = { owner: `${company}.owner_id`, isCustomer: `${company}.relationship_status = 'customer'` };
  const reached = scopeCondition(scopeOf(context, permission), columns, parameters);
  const people = scopeCondition(scopeOf(context, 'contacts.read'), columns, parameters);
  const noHiddenPerson =
    people === null ? null : `(${company}.legal_form IS DISTINCT FROM 'sole_trader' OR ${people})`;
  const conditions = [reached, noHiddenPerson].filter((condition) => condition !== null);
  return conditions.length > 0 ? conditions.join(' AND ') : null;
}

/**
 * The interactions that the caller's `permission` reaches, as a condition on a table `interaction`; null when it is
 * every one. Within reach is what one of the scope's owners wrote down, what is about somebody within it, and what is
 * about a company within it and nobody in particular.
 */
export function interactionsWithin(
  context: RequestContext,
  permission: Permission,
  interaction: string,
  parameters: unknown[],
): string | null {
  const scope = scopeOf(context, permission);
  const aboutPeople = contactsWithin(context, permission, 'about', parameters);
  if (scope === 'all' || aboutPeople === null) return null;
  const written = scopeCondition(
    scope.map((rule) => ({ ...rule, orNobodys: false })),
    { owner: `${interaction}.author_id`, isCustomer: 'false' },
    parameters,
  );
  const aboutCompany = scopeCondition(
    scope,
    { owner: 'place.owner_id', isCustomer: `place.relationship_status = 'customer'` },
    parameters,
  );
  const people = `FROM interaction_participants part JOIN contacts about ON about.id = part.contact_id WHERE part.interaction_id = ${interaction}.id`;
  return `(${written} OR EXISTS (SELECT 1 ${people} AND ${aboutPeople}) OR (NOT EXISTS (SELECT 1 ${people})
    AND EXISTS (SELECT 1 FROM companies place WHERE place.id = ${interaction}.company_id AND ${aboutCompany})))`;
}

/** Does one permission reach every row that the other does? (Said only where it is plain.) */
export function covers(context: RequestContext, wider: Permission, narrower: Permission): boolean {
  const [wide, narrow] = [scopeOf(context, wider), scopeOf(context, narrower)];
  return wide === 'all' || JSON.stringify(wide) === JSON.stringify(narrow);
}
