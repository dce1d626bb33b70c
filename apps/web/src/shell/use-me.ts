import { useSuspenseQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import type { Me } from '../api/model.js';
import { useOptimistic } from '../api/optimistic.js';
import { meQuery } from '../api/queries.js';

/** The signed-in user; known everywhere behind the login. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

type MeChange = Partial<Pick<Me, 'name' | 'language' | 'theme'>>;

/** Changes the user's own name, language or theme; shows at once. */
export function useChangeMe(): (change: MeChange) => Promise<Me> {
  const { change } = useOptimistic<Me, MeChange>({
    queryKey: meQuery.queryKey,
    apply: (me, changes) => ({ ...me, ...changes }),
    save: (changes) => ok(api.PATCH('/me', { body: changes })),
  });
  return change;
}
