import { useCallback, useState } from 'react';
import { hasText, type InteractionDraft } from './draft.js';
import { useMe } from '../../shell/use-me.js';
import { claimDrafts, readDraft, writeDraft } from '../../ui/drafts.js';

/**
 * An interaction that is being written, kept in this tab until it is saved or discarded.
 * `scope` tells composers apart (one draft per person, company or edited interaction).
 */
export function useDraft(scope: string, initial: InteractionDraft) {
  const me = useMe();
  const [draft, setDraft] = useState(() => {
    claimDrafts(me.id);
    return readDraft<InteractionDraft>(scope) ?? initial;
  });
  const [wasRestored, setRestored] = useState(() => readDraft(scope) !== null);
  const change = useCallback(
    (next: InteractionDraft) => {
      setDraft(next);
      writeDraft(scope, hasText(next) ? next : null);
    },
    [scope],
  );
  const forget = useCallback(
    (next: InteractionDraft) => {
      writeDraft(scope, null);
      setRestored(false);
      setDraft(next);
    },
    [scope],
  );
  return { draft, change, forget, wasRestored };
}
