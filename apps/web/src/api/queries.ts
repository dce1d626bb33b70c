import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ok } from './client.js';

/** The queries that more than one feature reads. Keys start with the noun, so that a noun can be invalidated whole. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ok(api.GET('/me', { signal })),
  staleTime: 5 * 60_000,
});
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => ok(api.GET('/setup', { signal })),
});
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => ok(api.GET('/today', { signal })),
});
export const controllerQuery = queryOptions({
  queryKey: ['controller'],
  queryFn: ({ signal }) => ok(api.GET('/controller', { signal })),
});
/** Everybody who works here: for owner pickers and the users page. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => ok(api.GET('/users', { params: { query: { limit: 200 } }, signal })),
  staleTime: 5 * 60_000,
});
export const industriesQuery = queryOptions({
  queryKey: ['industries'],
  queryFn: ({ signal }) => ok(api.GET('/industries', { signal })),
  staleTime: Infinity,
});
/** One contact by id; edit it through useOptimistic with the same key. */
export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id],
    queryFn: ({ signal }) => ok(api.GET('/contacts/{id}', { params: { path: { id } }, signal })),
  });
/** One company by id. */
export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', id],
    queryFn: ({ signal }) => ok(api.GET('/companies/{id}', { params: { path: { id } }, signal })),
  });
/** Type-ahead over the register; the previous request is cancelled when the words change. */
export const searchQuery = (q: string, kind?: string, limit = 8) =>
  queryOptions({
    queryKey: ['search', q, kind ?? '', limit],
    queryFn: ({ signal }) =>
      ok(api.GET('/search', { params: { query: { q, limit, ...(kind ? { kind } : {}) } }, signal })),
    enabled: q.trim().length > 0,
    staleTime: 10_000,
  });
type Filters = Record<string, string | boolean | undefined>;
/** The contact list, page after page. */
export const contactListQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/contacts', { params: { query: { ...filters, limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
/** The company list, page after page. */
export const companyListQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['companies', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/companies', { params: { query: { ...filters, limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
