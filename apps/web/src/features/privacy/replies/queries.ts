import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ok } from '../../../api/client.js';
import type { Language, Page, Ref } from '../../../api/model.js';
import { wire } from '../../permissions/wire.js';

/** A reply that seems to ask for no more messages. */
export interface StopReply {
  id: string;
  contact: Ref;
  company: Ref | null;
  language: Language;
  /** What made us ask. */
  sentence: string | null;
  receivedAt: string;
}

export const repliesQuery = infiniteQueryOptions({
  queryKey: ['stop-replies'],
  queryFn: ({ pageParam, signal }) =>
    ok(
      wire.GET<Page<StopReply>>('/stop-replies', {
        params: { query: { limit: 50, cursor: pageParam } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** What somebody meant: no more e-mail, nothing at all, or neither. */
export type Meaning = 'email' | 'all' | 'none';

/** Says what the reply meant; a no becomes an objection. */
export function useDecideReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, meaning }: { id: string; meaning: Meaning }) => {
      const body = meaning === 'none' ? { objects: false } : { objects: true, channel: meaning };
      return ok(wire.POST('/stop-replies/{id}/decision', { params: { path: { id } }, body }));
    },
    onSuccess: () => {
      for (const noun of ['stop-replies', 'contacts', 'messages'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}
