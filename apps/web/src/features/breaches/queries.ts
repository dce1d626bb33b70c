import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Assessment, Breach, BreachDraft, FindAffected } from './model.js';

/** Breaches, the latest first. */
export const breachesQuery = (status?: 'open' | 'closed') =>
  infiniteQueryOptions({
    queryKey: ['breaches', 'list', status],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/breaches', {
          params: { query: { ...(status ? { status } : {}), limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const breachQuery = (id: string) =>
  queryOptions({
    queryKey: ['breaches', id],
    queryFn: ({ signal }) => ok(api.GET('/breaches/{id}', { params: { path: { id } }, signal })),
  });

/** Whose data it was about, page after page. */
export const affectedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['breaches', id, 'affected'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/breaches/{id}/affected-people', {
          params: { path: { id }, query: { limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Notices as they are prepared from what is known now. */
export const noticesQuery = ({ id, version }: Pick<Breach, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['breaches', id, 'notices', version],
    queryFn: ({ signal }) =>
      ok(api.GET('/breaches/{id}/notice-drafts', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });

function useRenew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['breaches'] });
}

/** Anybody who works here says that something went wrong. */
export function useReportBreach() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (body: { facts: string; awareAt?: string }) => ok(api.POST('/breaches', { body })),
    onSuccess: renew,
  });
}

/** What can be done with a breach. Whatever comes of it, the newest version is read. */
export function useBreachActs({ id, version }: Pick<Breach, 'id' | 'version'>) {
  const renew = useRenew();
  const path = { id };
  const act = <Input, Output>(mutationFn: (input: Input) => Promise<Output>) => ({
    mutationFn,
    onSettled: renew,
  });
  return {
    assess: useMutation(
      act((body: Assessment) =>
        ok(api.PATCH('/breaches/{id}', { params: { path, header: ifMatch({ version }) }, body })),
      ),
    ),
    find: useMutation(
      act((body: FindAffected) => ok(api.POST('/breaches/{id}/affected-people', { params: { path }, body }))),
    ),
    leaveOut: useMutation(
      act((contactId: string) =>
        ok(
          api.DELETE('/breaches/{id}/affected-people/{contactId}', {
            params: { path: { id, contactId } },
          }),
        ),
      ),
    ),
    notified: useMutation(
      act((body: { notifiedAt?: string; delayReason?: string | null }) =>
        ok(api.PUT('/breaches/{id}/authority-notice', { params: { path }, body })),
      ),
    ),
    tell: useMutation(
      act((letters: BreachDraft[]) =>
        ok(api.POST('/breaches/{id}/people-notices', { params: { path }, body: { letters } })),
      ),
    ),
    close: useMutation(act((_: void) => ok(api.POST('/breaches/{id}/closing', { params: { path } })))),
  };
}
