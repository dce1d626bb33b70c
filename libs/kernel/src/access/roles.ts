/** What a person is here to do. A user may hold several; each is given by a grant that says who gave it, why and until when. */
export const roles = [
  'admin',
  'privacy_officer',
  'sales_manager',
  'salesperson',
  'marketer',
  'support',
  'auditor',
  'technician',
] as const;

export type Role = (typeof roles)[number];
