import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { ReviewItem } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { toast } from '../../ui/index.js';

export type Answer = 'keep' | 'remove';

/** The reviews in which the user is asked something, newest first; all of them for who manages grants. */
export const reviewsQuery = queryOptions({
  queryKey: ['access-reviews'],
  queryFn: ({ signal }) => ok(api.GET('/access-reviews', { signal })),
});
/** The grants that a review asks about. */
export const reviewItemsQuery = (id: string) =>
  queryOptions({
    queryKey: ['access-reviews', id, 'items'],
    queryFn: ({ signal }) => ok(api.GET('/access-reviews/{id}/items', { params: { path: { id } }, signal })),
  });

/** Answers; what a removal changes elsewhere is read anew. */
export function useAnswers(reviewId: string) {
  const { t } = useTranslation(['reviews', 'users']);
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const key = reviewItemsQuery(reviewId).queryKey;
  const shared = {
    onError: (error: unknown) =>
      toast(
        problemText(error, tCommon, {
          grant_over: t('reviews:grantOver'),
          last_admin: t('users:problem.lastAdmin'),
        }),
        { tone: 'error' },
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['access-reviews'] });
      void client.invalidateQueries({ queryKey: ['users'] });
    },
  };
  const answer = useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Answer }) =>
      ok(api.PUT('/access-review-items/{id}/answer', { params: { path: { id } }, body: { decision } })),
    onSuccess: (saved) =>
      client.setQueryData(
        key,
        (list) => list && { items: list.items.map((item) => (item.id === saved.id ? saved : item)) },
      ),
    ...shared,
  });
  const keepAll = useMutation({
    mutationFn: (items: ReviewItem[]) =>
      ok(
        api.PUT('/access-reviews/{id}/answers', {
          params: { path: { id: reviewId } },
          body: { answers: items.map(({ id }) => ({ itemId: id, decision: 'keep' as const })) },
        }),
      ),
    onSuccess: (list) => {
      client.setQueryData(key, list);
      toast(t('reviews:allKept'));
    },
    ...shared,
  });
  return { answer, keepAll };
}
