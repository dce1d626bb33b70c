import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

/** Every team with its members, by name. */
export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => ok(api.GET('/teams', { signal })),
  staleTime: 60_000,
});
