import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { DispatchMailing, Mailing, NewMailing, RecipientStatus } from '../../../api/model.js';

/** Is something going on that changes what is shown? */
export const isUnderWay = ({ status }: Pick<Mailing, 'status'>): boolean =>
  status === 'sending' || status === 'scheduled';

export const mailingsQuery = queryOptions({
  queryKey: ['mailings'],
  queryFn: ({ signal }) => ok(api.GET('/mailings', { params: { query: { limit: 100 } }, signal })),
  refetchInterval: (query) => (query.state.data?.items.some(isUnderWay) ? 5_000 : false),
});
/** One mailing; read again every second while it goes out. */
export const mailingQuery = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id],
    queryFn: ({ signal }) => ok(api.GET('/mailings/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1_000 : false),
  });

export interface AudienceFilter {
  included?: 'true' | 'false';
  code?: string;
}
/** Who would get it, who is left out, and why; decided anew whenever it is asked. */
export const audienceQuery = (id: string, version: number, filter: AudienceFilter) =>
  infiniteQueryOptions({
    queryKey: ['mailings', id, 'audience', version, filter],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/mailings/{id}/audience', {
          params: { path: { id }, query: { ...filter, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const resultsQuery = (mailing: Mailing) =>
  queryOptions({
    queryKey: ['mailings', mailing.id, 'results'],
    queryFn: ({ signal }) =>
      ok(api.GET('/mailings/{id}/results', { params: { path: { id: mailing.id } }, signal })),
    refetchInterval: isUnderWay(mailing) ? 1_000 : false,
  });
export const recipientsQuery = (id: string, status: RecipientStatus) =>
  infiniteQueryOptions({
    queryKey: ['mailings', id, 'recipients', status],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/mailings/{id}/recipients', {
          params: { path: { id }, query: { status, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export function useSaveMailing(before: Mailing | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewMailing & { name?: string }) =>
      before === null
        ? ok(api.POST('/mailings', { body }))
        : ok(
            api.PATCH('/mailings/{id}', {
              params: { path: { id: before.id } },
              body,
              headers: ifMatch(before),
            }),
          ),
    onSuccess: (saved) => {
      client.setQueryData(mailingQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: mailingsQuery.queryKey, exact: true });
    },
  });
}

/** What can be done with a mailing. */
export function useMailingActs(mailing: Mailing) {
  const client = useQueryClient();
  const path = { id: mailing.id };
  const options = { onSettled: () => client.invalidateQueries({ queryKey: ['mailings'] }) };
  return {
    test: useMutation({
      mutationFn: () => ok(api.POST('/mailings/{id}/tests', { params: { path }, body: {} })),
    }),
    dispatch: useMutation({
      ...options,
      mutationFn: (body: DispatchMailing) =>
        ok(api.POST('/mailings/{id}/dispatch', { params: { path }, body, headers: ifMatch(mailing) })),
    }),
    pause: useMutation({
      ...options,
      mutationFn: () => ok(api.PUT('/mailings/{id}/pause', { params: { path } })),
    }),
    resume: useMutation({
      ...options,
      mutationFn: () => ok(api.DELETE('/mailings/{id}/pause', { params: { path } })),
    }),
    cancel: useMutation({
      ...options,
      mutationFn: () => ok(api.PUT('/mailings/{id}/cancellation', { params: { path } })),
    }),
    remove: useMutation({
      mutationFn: () => ok(api.DELETE('/mailings/{id}', { params: { path } })),
      onSuccess: () => client.invalidateQueries({ queryKey: mailingsQuery.queryKey, exact: true }),
    }),
  };
}
