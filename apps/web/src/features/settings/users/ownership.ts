import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';
import type { User } from '../../../api/model.js';
import { usersQuery } from '../../../api/queries.js';
import { mayOwn } from './role-values.js';

/** To whom what `user` owns may go, for a Select. */
export function useHeirs({ id }: User): { value: string; label: string }[] {
  const users = useQuery(usersQuery);
  return (users.data?.items ?? [])
    .filter((other) => other.id !== id && mayOwn(other))
    .map((other) => ({ value: other.id, label: other.name }));
}

/** Moves everything that `user` owns to somebody else, and renews what shows owners. */
export function useMoveAll({ id }: User) {
  const client = useQueryClient();
  return async (toUserId: string, what: { companies: boolean; contacts: boolean }) => {
    const moved = await ok(api.POST('/ownership-transfers', { body: { fromUserId: id, toUserId, ...what } }));
    for (const noun of ['users', 'contacts', 'companies', 'today'])
      void client.invalidateQueries({ queryKey: [noun] });
    return moved;
  };
}
