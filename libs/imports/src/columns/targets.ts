/** What a column of a file can become. `fullName` is "First Last" or "Last, First"; `fullNameLastFirst` is "Last First". */
export const targets = [
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
  'note',
] as const;
export type Target = (typeof targets)[number];

/** Targets that several columns may feed; of the others there is one each. */
const manifold: ReadonlySet<Target> = new Set([
  'contact.email',
  'contact.phone',
  'contact.authorisations',
  'contact.interests',
  'note',
]);

export const takesSeveralColumns = (target: Target): boolean => manifold.has(target);

/** Targets by which a row is somebody or something; a mapping needs one of them. */
export const naming: ReadonlySet<Target> = new Set([
  'contact.firstName',
  'contact.lastName',
  'contact.fullName',
  'contact.fullNameLastFirst',
  'company.name',
]);

export const isTarget = (name: string | null | undefined): name is Target =>
  (targets as readonly unknown[]).includes(name);
