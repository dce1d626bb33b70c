import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';

/** One user, with what they own for those who may move it. */
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id],
    queryFn: ({ signal }) => ok(api.GET('/users/{id}', { params: { path: { id } }, signal })),
  });
/** Every role that the user holds, held or will hold. */
export const grantsQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'grants'],
    queryFn: ({ signal }) => ok(api.GET('/users/{id}/grants', { params: { path: { id } }, signal })),
  });
/** The programs that act in the user's name. */
export const userTokensQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'api-tokens'],
    queryFn: ({ signal }) => ok(api.GET('/users/{id}/api-tokens', { params: { path: { id } }, signal })),
  });
/** What the user promised last; null: nothing yet. */
export const undertakingCopyQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'undertaking-copy'],
    queryFn: async ({ signal }) => {
      try {
        return await ok(api.GET('/users/{id}/undertaking-copy', { params: { path: { id } }, signal }));
      } catch (error) {
        if (isProblem(error, 'not_found')) return null;
        throw error;
      }
    },
  });
/** Who was invited lately, newest first. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => ok(api.GET('/invitations', { params: { query: { limit: 100 } }, signal })),
});

/** Everything that tells of users is read anew. */
export function useRenewUsers(): () => void {
  const client = useQueryClient();
  return () => {
    for (const noun of ['users', 'invitations', 'teams', 'me', 'access-reviews'])
      void client.invalidateQueries({ queryKey: [noun] });
  };
}
