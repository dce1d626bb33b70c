import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Plan = Schemas['ErasurePlanResponse'];
export type PlannedTable = Plan['tables'][number];
export type Mention = Schemas['MentionResponse'];
export type ListedMention = Schemas['ListedMention'];
export type Decision = NonNullable<ListedMention['decision']>;
export type Erasure = Schemas['ErasureResponse'];
export type ErasureListItem = Schemas['ErasureListItem'];
export type ErasureStatus = ErasureListItem['status'];
export type NewErasure = Schemas['CreateErasure'];

/** Everybody who was erased, or is being, the latest first. */
export const erasuresQuery = infiniteQueryOptions({
  queryKey: ['erasures', 'list'],
  queryFn: ({ pageParam, signal }) =>
    ok(api.GET('/erasures', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** The erasure of one person, for who may know of whom it is; null where there is none. */
export const erasureOfQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['erasures', 'of', contactId],
    queryFn: async ({ signal }) => {
      const page = await ok(api.GET('/erasures', { params: { query: { contactId, limit: 1 } }, signal }));
      return page.items[0] ?? null;
    },
  });

/** One erasure; read again while it is under way. */
export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasures', id],
    queryFn: ({ signal }) => ok(api.GET('/erasures/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) =>
      ['planned', 'executing'].includes(query.state.data?.status ?? '') ? 1_500 : false,
  });

/** What somebody has to say of: whether it means the person. */
export const mentionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasures', id, 'mentions'],
    queryFn: ({ signal }) => ok(api.GET('/erasures/{id}/mentions', { params: { path: { id } }, signal })),
  });

/** What erasing the person would do. It is made when somebody looks, and made anew when they look again. */
export const planQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['erasure-plan', contactId],
    queryFn: ({ signal }) =>
      ok(api.POST('/contacts/{id}/erasure-plans', { params: { path: { id: contactId } }, signal })),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

/** Whoever is erased is gone from every list, and from every page that named them. */
function useRenewAfterErasure() {
  const client = useQueryClient();
  return () => {
    const nouns = ['erasures', 'contacts', 'companies', 'interactions', 'today', 'search', 'holds'];
    for (const noun of [...nouns, 'restrictions', 'retention-forecast'])
      void client.invalidateQueries({ queryKey: [noun] });
  };
}

export function useErase() {
  const renew = useRenewAfterErasure();
  return async (body: NewErasure) => {
    const begun = await ok(api.POST('/erasures', { body }));
    renew();
    return begun;
  };
}

export function useTakeBack(id: string) {
  const renew = useRenewAfterErasure();
  return useMutation({
    mutationFn: () => ok(api.DELETE('/erasures/{id}', { params: { path: { id } } })),
    onSuccess: renew,
  });
}

/** Carries a decision out; the last of them completes the erasure. */
export function useDecide(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decisions: { id: string; decision: Decision }[]) =>
      ok(api.POST('/erasures/{id}/mention-decisions', { params: { path: { id } }, body: { decisions } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['erasures'] }),
  });
}

/** How many days an erasure waits and can be taken back; 0: it is done at once. */
export const graceQuery = queryOptions({
  queryKey: ['erasure-settings'],
  queryFn: ({ signal }) => ok(api.GET('/erasure-settings', { signal })),
});

export type Grace = Schemas['ErasureSettingsResponse'];

/** For what is asked for from now on. Fails with `stale_version` when somebody else changed it in between. */
export function useChangeGrace(grace: Grace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (graceDays: number) =>
      ok(api.PUT('/erasure-settings', { params: { header: ifMatch(grace) }, body: { graceDays } })),
    onSuccess: (saved) => client.setQueryData(graceQuery.queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey: graceQuery.queryKey }),
  });
}
