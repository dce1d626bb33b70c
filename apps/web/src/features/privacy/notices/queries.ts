import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ok } from '../../../api/client.js';
import type { Page, Ref } from '../../../api/model.js';
import { wire } from '../../permissions/wire.js';

/** Somebody who still has to be told of us (GDPR Art. 14). */
export interface NoticeDuty {
  id: string;
  contact: Ref;
  company: Ref | null;
  arisenAt: string;
  dueOn: string;
  overdue: boolean;
  /** Whether there is an e-mail address that takes mail. */
  hasEmail: boolean;
  /** Whether a letter waits to be sent. */
  isMailed: boolean;
}

/** Open duties, the oldest first, page after page. */
export const dutiesQuery = (overdue: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notice-duties', overdue],
    queryFn: ({ pageParam, signal }) =>
      ok(
        wire.GET<Page<NoticeDuty>>('/notice-duties', {
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

export type DischargeWay = 'told_in_person' | 'already_knew';

export const useDischarge = () =>
  useRenewed(({ id, ...body }: { id: string; via: DischargeWay; note?: string }) =>
    ok(wire.POST('/notice-duties/{id}/discharge', { params: { path: { id } }, body })),
  );

/** Sends the notice to these; @returns how many are queued, and how many could not be. */
export const useSendNotices = () =>
  useRenewed((dutyIds: string[]) =>
    ok(wire.POST<{ queued: number; skipped: number }>('/notice-mailings', { body: { dutyIds } })),
  );
