import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

/** What the system wrote in the last thirty days, newest first. */
export const mailboxQuery = infiniteQueryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ pageParam, signal }) =>
    ok(api.GET('/mailbox', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
/** One message, with its text where it is kept here. Asks to prove who one is, so it is read once and not behind one's back. */
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['mailbox', id],
    staleTime: Infinity,
    queryFn: ({ signal }) => ok(api.GET('/mailbox/{id}', { params: { path: { id } }, signal })),
  });
