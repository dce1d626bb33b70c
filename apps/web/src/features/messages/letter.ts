import type { Contact } from '../../api/model.js';
import type { RoleLink } from '../permissions/queries.js';

/** Why a letter concerns somebody's work: their area of responsibility, or a reason in the sender's words. */
export interface RoleDraft {
  /** Null: nothing is chosen yet. */
  kind: 'area' | 'other' | null;
  reason: string;
}

/** What the sender says of the person's work, as the API takes it; nothing where nothing is said. */
export function roleLinkOf({ kind, reason }: RoleDraft, area: string | null): RoleLink {
  if (kind === 'area') return area ? { areas: [area] } : {};
  return kind === 'other' && reason.trim() ? { roleReason: reason.trim() } : {};
}

/** What somebody is usually contacted for: a customer about their service, everybody else to sell. */
export function usualPurposeFor({ company }: Pick<Contact, 'company'>): string {
  return company?.relationship === 'customer' ? 'service' : 'direct_marketing';
}

interface Sent {
  status: string;
  bouncedAt: string | null;
  bounceKind: 'hard' | 'soft' | null;
  complainedAt: string | null;
}

/** What became of a message, the latest news first. */
export function fateOf<Message extends Sent>(message: Message) {
  if (message.complainedAt) return 'complained' as const;
  if (message.bouncedAt) return 'bounced' as const;
  return message.status as Message['status'];
}

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Whether a message still has something to tell: what arrived stands in the timeline, what was cancelled is gone, and
 * after a month the rest is no news.
 */
export function isNews(message: Sent & { createdAt: string }, now = new Date()): boolean {
  const fate = fateOf(message);
  if (fate === 'handed_over' || fate === 'cancelled') return false;
  return fate === 'waiting' || now.getTime() - new Date(message.createdAt).getTime() < month;
}
