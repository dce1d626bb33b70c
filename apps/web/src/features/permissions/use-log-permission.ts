import { useQueries } from '@tanstack/react-query';
import type { InteractionDraft } from '../interactions/draft.js';
import { channelsAsked, refusalOf } from './log-permission.js';
import type { Decision } from '../../api/model.js';
import { decisionQuery } from './queries.js';

export interface LogPermission {
  /** Whether what was done needs a purpose. */
  isAsked: boolean;
  /** Who should not have been contacted, and why. */
  refused: { name: string; decision: Decision } | null;
}

/** Was what is being logged permitted? Asked while it is written. */
export function useLogPermission(draft: InteractionDraft): LogPermission {
  const channels = channelsAsked(draft);
  const { purpose } = draft;
  const answers = useQueries({
    queries: purpose
      ? draft.contacts.flatMap(({ id }) => channels.map((channel) => decisionQuery(id, channel, purpose)))
      : [],
  });
  const refused = draft.contacts.flatMap(({ name }, index) => {
    const own = answers.slice(index * channels.length, (index + 1) * channels.length);
    const decisions = own.flatMap(({ data }) => data ?? []);
    const decision = decisions.length === own.length ? refusalOf(decisions) : null;
    return decision ? [{ name, decision }] : [];
  });
  return { isAsked: channels.length > 0, refused: refused[0] ?? null };
}
