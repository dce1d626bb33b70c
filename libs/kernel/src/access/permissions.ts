/**
 * What can be allowed: `<noun>.<verb>`. Permissions on a noun of the register are held within a {@link Reach}; those
 * named `read_…` open one field group of it (contact details, bodies, billing, privacy).
 */
export const permissions = [
  'contacts.read',
  'contacts.read_details',
  'contacts.read_privacy',
  'contacts.create',
  'contacts.update',
  'contacts.assign',
  'contacts.import',
  'contacts.export',
  'contacts.restrict',
  'retention.read',
  'retention.manage',
  'retention.extend',
  'holds.manage',
  'erasures.read',
  'erasures.manage',
  'requests.create',
  'requests.manage',
  'breaches.create',
  'breaches.manage',
  'companies.read',
  'companies.read_billing',
  'companies.create',
  'companies.update',
  'companies.export',
  'interactions.read',
  'interactions.read_bodies',
  'interactions.create',
  'interactions.update',
  'objections.create',
  'consents.create',
  'purposes.read',
  'purposes.manage',
  'notices.manage',
  'messages.create',
  'mailings.read',
  'mailings.manage',
  'replies.manage',
  'sender_domain.read',
  'audit.read',
  'exports.create',
  'exports.approve',
  'controller.read',
  'controller.update',
  'users.read',
  'users.manage',
  'grants.manage',
  'grants.review',
  'teams.manage',
  'undertaking.manage',
  'settings.manage',
  'mailbox.read',
  'webhooks.manage',
  'system.read',
  'account.own',
] as const;

export type Permission = (typeof permissions)[number];

/** Permissions under which values of people are seen or changed: they wait for the confidentiality undertaking (C5, K5). */
export const isAboutPeople = (permission: Permission): boolean =>
  /^(contacts|companies|interactions|exports|objections|consents|notices|messages|mailings|replies|retention|holds|erasures|requests|breaches)\./.test(
    permission,
  );
