import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

/** Who accepted which version, newest first. */
export const receiptsQuery = infiniteQueryOptions({
  queryKey: ['undertaking', 'receipts'],
  queryFn: ({ pageParam, signal }) =>
    ok(api.GET('/undertaking/receipts', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
