import { channelsAsked } from '../permissions/log-permission.js';
import type { Direction, Interaction, InteractionType, NewInteraction, Ref } from '../../api/model.js';

/** What a composer holds before it is saved. `occurredAt` null means the moment of saving. */
export interface InteractionDraft {
  type: InteractionType;
  direction: Direction | null;
  occurredAt: string | null;
  durationMinutes: number | null;
  subject: string;
  body: string;
  contacts: Ref[];
  company: Ref | null;
  /** What a contact of ours was for, and why it happened where it was not permitted. */
  purpose?: string | undefined;
  unpermittedReason?: string | undefined;
}

/** The types somebody logs by hand, in the order of the composer. Forms arrive by themselves. */
export const loggedTypes = ['note', 'call', 'email', 'meeting', 'visit', 'chat'] as const;

const directed: InteractionType[] = ['call', 'email', 'chat', 'visit'];
const timed: InteractionType[] = ['call', 'meeting', 'visit', 'chat'];
const titled: InteractionType[] = ['email', 'meeting', 'visit', 'form'];

export const hasDirection = (type: InteractionType) => directed.includes(type);
export const hasDuration = (type: InteractionType) => timed.includes(type);
export const hasSubject = (type: InteractionType) => titled.includes(type);

export function emptyDraft(who: { contacts: Ref[]; company: Ref | null }): InteractionDraft {
  return {
    type: 'note',
    direction: null,
    occurredAt: null,
    durationMinutes: null,
    subject: '',
    body: '',
    contacts: who.contacts,
    company: who.company,
  };
}

/** Another type keeps everything typed; a direction is assumed (ours) where the type has one, and dropped where it has none. */
export function withType(draft: InteractionDraft, type: InteractionType): InteractionDraft {
  const direction = hasDirection(type) ? (draft.direction ?? 'out') : null;
  return { ...draft, type, direction };
}

export const hasText = (draft: InteractionDraft) => draft.subject.trim() !== '' || draft.body.trim() !== '';
export const hasWho = (draft: InteractionDraft) => draft.contacts.length > 0 || draft.company !== null;

export function draftOf(item: Interaction): InteractionDraft {
  return {
    type: item.type,
    direction: item.direction,
    occurredAt: item.occurredAt,
    durationMinutes: item.durationMinutes,
    subject: item.subject ?? '',
    body: item.body ?? '',
    contacts: item.contacts,
    company: item.company,
  };
}

/** The body of POST /interactions. A contact of ours also says what it was for, and why it happened all the same. */
export function toNewInteraction(draft: InteractionDraft, now: Date): NewInteraction {
  const { purpose, unpermittedReason } = draft;
  if (!purpose || channelsAsked(draft).length === 0) return toRequest(draft, now);
  const reason = unpermittedReason?.trim();
  const occasion = { purpose, ...(reason ? { unpermittedReason: reason } : {}) };
  return { ...toRequest(draft, now), ...occasion };
}

/** The body of PATCH /interactions/:id, whole. */
export function toRequest(draft: InteractionDraft, now: Date): NewInteraction {
  return {
    type: draft.type,
    direction: hasDirection(draft.type) ? draft.direction : null,
    occurredAt: draft.occurredAt ?? now.toISOString(),
    durationMinutes: hasDuration(draft.type) ? draft.durationMinutes : null,
    subject: draft.subject.trim() || null,
    body: draft.body.trim() || null,
    contactIds: draft.contacts.map(({ id }) => id),
    // Without a company the server takes the first person's own.
    ...(draft.company ? { companyId: draft.company.id } : {}),
  };
}
