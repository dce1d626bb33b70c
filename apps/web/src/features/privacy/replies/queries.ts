import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

export const repliesQuery = infiniteQueryOptions({
  queryKey: ['stop-replies'],
  queryFn: ({ pageParam, signal }) =>
    ok(
      api.GET('/stop-replies', {
        params: { query: { status: 'open', limit: 50, cursor: pageParam } },
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
      return ok(api.POST('/stop-replies/{id}/decision', { params: { path: { id } }, body }));
    },
    onSuccess: () => {
      for (const noun of ['stop-replies', 'contacts', 'messages'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}
