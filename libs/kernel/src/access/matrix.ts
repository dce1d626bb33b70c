import type { Permission } from './permissions.js';
import type { Role } from './roles.js';

/**
 * How far a permission reaches: rows whose owner is the user; rows whose owner is in a team of the user, or that nobody
 * owns yet; every row; the people of customers. Where there are no rows to tell apart, it is `all`.
 */
export type Reach = 'own' | 'team' | 'all' | 'customers';

type Rights = Partial<Record<Permission, Reach>>;

/** Who looks up a colleague, and sees for which company they work. */
const colleague: Rights = { 'users.read': 'all', 'controller.read': 'all', 'purposes.read': 'all' };

/**
 * Who may do what, and how far: the one place where it is written (GDPR Art. 25, 29 and 32; promises C5, K5, K6, P10).
 * Guards, queries, the web UI and docs/access.md all follow it. A user with several roles may what any of them allows.
 */
export const accessMatrix: Record<Role, Rights> = {
  /** Runs the company's accounts and settings; sees nobody of the register. */
  admin: {
    ...colleague,
    'controller.update': 'all',
    'users.manage': 'all',
    'grants.manage': 'all',
    'grants.review': 'all',
    'teams.manage': 'all',
    'undertaking.manage': 'all',
    'settings.manage': 'all',
    'sender_domain.read': 'all',
    'mailbox.read': 'all',
    'webhooks.manage': 'all',
    'system.read': 'all',
  },
  /** Answers for the promises: sees everybody, restricts, reads the record; does not sell. */
  privacy_officer: {
    ...colleague,
    'objections.create': 'all',
    'consents.create': 'all',
    'purposes.manage': 'all',
    'notices.manage': 'all',
    'mailings.read': 'all',
    'sender_domain.read': 'all',
    'replies.manage': 'all',
    'contacts.read': 'all',
    'contacts.read_details': 'all',
    'contacts.read_privacy': 'all',
    'contacts.restrict': 'all',
    'retention.read': 'all',
    'retention.manage': 'all',
    'retention.extend': 'all',
    'holds.manage': 'all',
    'erasures.read': 'all',
    'erasures.manage': 'all',
    'companies.read': 'all',
    'interactions.read': 'all',
    'interactions.read_bodies': 'all',
    'audit.read': 'all',
    'exports.create': 'all',
    'exports.approve': 'all',
    'undertaking.manage': 'all',
  },
  sales_manager: {
    ...colleague,
    'objections.create': 'all',
    'consents.create': 'all',
    'notices.manage': 'all',
    'messages.create': 'all',
    'mailings.read': 'all',
    'sender_domain.read': 'all',
    'mailings.manage': 'all',
    'replies.manage': 'all',
    'contacts.read': 'all',
    'contacts.read_details': 'all',
    'contacts.read_privacy': 'all',
    'contacts.create': 'all',
    'contacts.update': 'all',
    'contacts.assign': 'all',
    'retention.read': 'all',
    'retention.extend': 'all',
    'holds.manage': 'all',
    'contacts.import': 'all',
    'contacts.export': 'all',
    'exports.create': 'all',
    'companies.read': 'all',
    'companies.read_billing': 'all',
    'companies.create': 'all',
    'companies.update': 'all',
    'companies.export': 'all',
    'interactions.read': 'all',
    'interactions.read_bodies': 'all',
    'interactions.create': 'all',
    'interactions.update': 'all',
    'exports.approve': 'all',
    'grants.review': 'all',
  },
  salesperson: {
    ...colleague,
    'objections.create': 'team',
    'consents.create': 'team',
    'messages.create': 'team',
    'mailings.read': 'all',
    'sender_domain.read': 'all',
    'contacts.read': 'team',
    'contacts.read_details': 'team',
    'contacts.read_privacy': 'team',
    'contacts.create': 'team',
    'contacts.update': 'team',
    'retention.read': 'team',
    'retention.extend': 'team',
    'contacts.import': 'team',
    'contacts.export': 'team',
    'exports.create': 'all',
    'companies.read': 'all',
    'companies.read_billing': 'team',
    'companies.create': 'team',
    'companies.update': 'team',
    'companies.export': 'team',
    'interactions.read': 'team',
    'interactions.read_bodies': 'team',
    'interactions.create': 'team',
    'interactions.update': 'team',
  },
  /** Chooses whom a mailing is for; needs neither their addresses nor what was said to them. */
  marketer: {
    ...colleague,
    'objections.create': 'all',
    'mailings.read': 'all',
    'sender_domain.read': 'all',
    'mailings.manage': 'all',
    'replies.manage': 'all',
    'contacts.read': 'all',
    'contacts.read_privacy': 'all',
    'companies.read': 'all',
    'interactions.read': 'all',
  },
  support: {
    ...colleague,
    'objections.create': 'customers',
    'messages.create': 'customers',
    'contacts.read': 'customers',
    'contacts.read_details': 'customers',
    'companies.read': 'customers',
    'interactions.read': 'customers',
    'interactions.read_bodies': 'customers',
    'interactions.create': 'customers',
    'interactions.update': 'own',
  },
  /** Reads the record of what was done: ids and names of fields, never a value. */
  auditor: { ...colleague, 'audit.read': 'all', 'erasures.read': 'all', 'exports.create': 'all' },
  /** Keeps the system running and sees no person (K6). */
  technician: { 'system.read': 'all' },
};
