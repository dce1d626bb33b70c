import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ok } from '../../../api/client.js';
import type { Page, Ref } from '../../../api/model.js';
import { wire } from '../../permissions/wire.js';

/** A reply that seems to ask for no more messages. */
export interface StopReply {
  id: string;
  contact: Ref | null;
  company: Ref | null;
  receivedAt: string;
  subject: string | null;
  text: string | null;
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

/** It was an objection, or it was none. */
export function useDecideReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, objects }: { id: string; objects: boolean }) =>
      ok(wire.POST('/stop-replies/{id}/decision', { params: { path: { id } }, body: { objects } })),
    onSuccess: () => {
      for (const noun of ['stop-replies', 'contacts', 'messages'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}
