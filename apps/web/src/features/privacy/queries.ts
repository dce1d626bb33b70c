import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { AuditFilters, LiftRestriction } from '../../api/model.js';

const because = (reason: string) => ({ 'X-Privacy-Reason': encodeURIComponent(reason) });

/** Everybody who is restricted; only for a privacy officer who said why. */
export const restrictionsQuery = (reason: string) =>
  queryOptions({
    queryKey: ['restrictions', reason],
    queryFn: ({ signal }) =>
      ok(api.GET('/restrictions', { params: { query: { limit: 200 }, header: because(reason) }, signal })),
  });

/** Placing and lifting: whoever is restricted is gone from every list, and whoever is not is back. */
export function useRestriction(id: string) {
  const client = useQueryClient();
  const path = { id };
  const renew = () => {
    for (const key of ['restrictions', 'contacts', 'companies', 'interactions', 'today', 'search'])
      void client.invalidateQueries({ queryKey: [key] });
  };
  const place = useMutation({
    mutationFn: (body: { reason: string; until: string | null }) =>
      ok(api.PUT('/contacts/{id}/restriction', { params: { path }, body })),
    onSuccess: renew,
  });
  const lift = useMutation({
    mutationFn: (body: LiftRestriction) =>
      ok(api.DELETE('/contacts/{id}/restriction', { params: { path }, body })),
    onSuccess: renew,
  });
  return { place, lift };
}

/** The record of acts, page after page. */
export const logQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit-events', filters],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/audit-events', {
          params: { query: { ...filters, limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Who has seen or changed a person, and when. */
export const personLogQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', id, 'audit-events'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/contacts/{id}/audit-events', {
          params: { path: { id }, query: { limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Is the record whole? Every event is looked at, so it is asked only when somebody wants to know. */
export const chainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: ({ signal }) => ok(api.GET('/audit-chain', { signal })),
  enabled: false,
  staleTime: Infinity,
});
