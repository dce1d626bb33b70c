import type { DataCategory } from '@seloste/kernel';
import { heldCategories } from '../holds/hold-grounds.js';

/** What a retention rule is about. */
export const retentionCovers = [
  'people',
  'interaction_bodies',
  'visits',
  'attachments',
  'technical_data',
  'imports',
  'exports',
  'audit_reads',
  'audit_decisions',
  'message_bodies',
  'mailbox',
] as const;
export type RetentionCover = (typeof retentionCovers)[number];

/** What happens when the time is over. */
export const retentionActions = ['erase', 'delete', 'redact', 'review'] as const;
export type RetentionAction = (typeof retentionActions)[number];

/** Grounds for keeping a person: the keys of the rules on people. */
export const retentionGrounds = [
  'customers',
  'marketing_contacts',
  'former_customers',
  'prospects',
  'form_senders',
  'chats',
  'withdrawn',
] as const;
export type RetentionGround = (typeof retentionGrounds)[number];

/** What started a person's clock. */
export const retentionStarts = [
  'customer_since',
  'consented',
  'relationship_ended',
  'lead_lost',
  'last_contact',
  'collected',
  'consent_withdrawn',
  'objected',
  'extended',
] as const;
export type RetentionStart = (typeof retentionStarts)[number];

/** The categories of data that a ground can need. */
export const keptCategories = [...heldCategories, 'usage'] as const satisfies readonly DataCategory[];
export type KeptCategory = (typeof keptCategories)[number];
