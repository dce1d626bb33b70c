import type { Decision, Direction, InteractionType } from '../../api/model.js';
import type { Channel } from './model.js';

/** By which channels an outbound contact is decided: it is refused where all of them refuse. */
const channelsOf: Partial<Record<InteractionType, readonly Channel[]>> = {
  call: ['phone'],
  email: ['email'],
  chat: ['chat'],
  visit: ['phone', 'post'],
};

interface Logged {
  type: InteractionType;
  direction: Direction | null;
  contacts: { id: string; name: string }[];
}

/** The channels that somebody's permission is asked for; none where they turned to us, or nobody was contacted. */
export function channelsAsked({ type, direction, contacts }: Logged): readonly Channel[] {
  if (direction !== 'out' || contacts.length === 0) return [];
  return channelsOf[type] ?? [];
}

/** What keeps us from having contacted this person; null: nothing does. They were reached, so addresses are no matter. */
export function refusalOf(decisions: Decision[]): Decision | null {
  const isFine = ({ allowed, code }: Decision) =>
    allowed || code === 'no_address' || code === 'undeliverable';
  return decisions.some(isFine) ? null : (decisions[0] ?? null);
}
