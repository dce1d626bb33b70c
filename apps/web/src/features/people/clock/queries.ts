import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

/** What has to stay of a person when the rest goes; those that are over, too. */
export const holdsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'holds'],
    queryFn: ({ signal }) => ok(api.GET('/contacts/{id}/holds', { params: { path: { id } }, signal })),
  });

/** Who kept the person longer, why and until when; the latest first. */
export const extensionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'retention-extensions'],
    queryFn: ({ signal }) =>
      ok(api.GET('/contacts/{id}/retention-extensions', { params: { path: { id } }, signal })),
  });

/** Who looked at an open-ended ground, and why it still holds; the latest first. */
export const reviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'retention-reviews'],
    queryFn: ({ signal }) =>
      ok(api.GET('/contacts/{id}/retention-reviews', { params: { path: { id } }, signal })),
  });

/** Says that an open-ended ground still holds; every list and page that shows the clock is read anew. */
export function useConfirmGround(id: string) {
  const client = useQueryClient();
  return async (body: components['schemas']['ReviewGround']) => {
    const review = await ok(api.POST('/contacts/{id}/retention-reviews', { params: { path: { id } }, body }));
    for (const noun of ['contacts', 'retention-forecast', 'today'])
      void client.invalidateQueries({ queryKey: [noun] });
    return review;
  };
}
