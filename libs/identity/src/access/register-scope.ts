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
