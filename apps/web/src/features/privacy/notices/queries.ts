import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';
import type { DischargeWay } from '../../../api/model.js';

/** Open duties, the oldest first, page after page. */
export const dutiesQuery = (overdue: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notice-duties', overdue],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/notice-duties', {
          params: { query: { limit: 100, cursor: pageParam, ...(overdue ? { overdue: true } : {}) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

function useRenewed<Input, Saved>(send: (input: Input) => Promise<Saved>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      for (const noun of ['notice-duties', 'contacts']) void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

export const useDischarge = () =>
  useRenewed(({ id, ...body }: { id: string; via: DischargeWay; note?: string }) =>
    ok(api.POST('/notice-duties/{id}/discharge', { params: { path: { id } }, body })),
  );

/** Sends the notice to these; @returns how many are queued, and how many could not be. */
export const useSendNotices = () =>
  useRenewed((dutyIds: string[]) => ok(api.POST('/notice-mailings', { body: { dutyIds } })));
