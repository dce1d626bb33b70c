import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

/** The user's own part of the record of acts, newest first. */
export const ownEventsQuery = infiniteQueryOptions({
  queryKey: ['me-audit-events'],
  queryFn: ({ pageParam, signal }) =>
    ok(api.GET('/me/audit-events', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
