import type { ImportColumn } from '../../api/model.js';

/** What a column can become, in the order of the picker. */
export const targetGroups = [
  {
    key: 'contact',
    targets: [
      'contact.firstName',
      'contact.lastName',
      'contact.fullName',
      'contact.fullNameLastFirst',
      'contact.email',
      'contact.phone',
      'contact.title',
      'contact.areaOfResponsibility',
      'contact.department',
      'contact.language',
      'contact.authorisations',
      'contact.interests',
    ],
  },
  {
    key: 'company',
    targets: [
      'company.name',
      'company.businessId',
      'company.vatNumber',
      'company.legalForm',
      'company.industryCode',
      'company.size',
      'company.phone',
      'company.email',
      'company.website',
      'company.street',
      'company.postalCode',
      'company.city',
      'company.country',
      'company.status',
    ],
  },
  { key: 'other', targets: ['note'] },
] as const;

/** Targets that several columns may feed; of the others there is one each. */
const several = new Set<string>([
  'contact.email',
  'contact.phone',
  'contact.authorisations',
  'contact.interests',
  'note',
]);
/** Targets by which a row is somebody or something; one is needed. */
const naming = new Set<string>([
  'contact.firstName',
  'contact.lastName',
  'contact.fullName',
  'contact.fullNameLastFirst',
  'company.name',
]);

export type Target = NonNullable<ImportColumn['target']>;
export type Mapping = Record<number, Target | null>;

/** Whether this target may be chosen for this column: free, or of those that take several columns. */
export function isFree(mapping: Mapping, index: number, target: string): boolean {
  return (
    several.has(target) ||
    !Object.entries(mapping).some(([other, used]) => used === target && Number(other) !== index)
  );
}

/** Whether some column says who or what a row is. */
export const hasName = (mapping: Mapping): boolean =>
  Object.values(mapping).some((target) => target && naming.has(target));
