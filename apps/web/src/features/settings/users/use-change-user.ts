import { useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { User, UserChange } from '../../../api/model.js';
import { useRenewUsers, userQuery } from './queries.js';

/** Changes a user and renews everything that tells of users; rejects when the server refused. */
export function useChangeUser(user: User): (changes: UserChange) => Promise<User> {
  const client = useQueryClient();
  const renew = useRenewUsers();
  return async (changes) => {
    try {
      const saved = await ok(
        api.PATCH('/users/{id}', {
          params: { path: { id: user.id } },
          body: changes,
          headers: ifMatch(user),
        }),
      );
      client.setQueryData(userQuery(user.id).queryKey, saved);
      return saved;
    } finally {
      renew();
    }
  };
}
