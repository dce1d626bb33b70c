import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { NewSegment, Segment } from '../../../api/model.js';

export const segmentsQuery = queryOptions({
  queryKey: ['segments'],
  queryFn: ({ signal }) => ok(api.GET('/segments', { params: { query: { limit: 200 } }, signal })),
});
export const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['segments', id],
    queryFn: ({ signal }) => ok(api.GET('/segments/{id}', { params: { path: { id } }, signal })),
  });

/** Who is in it right now. */
export const segmentPeopleQuery = (id: string, limit = 100) =>
  infiniteQueryOptions({
    queryKey: ['segments', id, 'people', limit],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/segments/{id}/people', {
          params: { path: { id }, query: { limit, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export function useSaveSegment(before: Segment | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSegment) =>
      before === null
        ? ok(api.POST('/segments', { body }))
        : ok(
            api.PATCH('/segments/{id}', {
              params: { path: { id: before.id } },
              body,
              headers: ifMatch(before),
            }),
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

export function useDeleteSegment(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ok(api.DELETE('/segments/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'], exact: true }),
  });
}
