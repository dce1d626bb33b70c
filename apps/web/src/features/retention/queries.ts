import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Rule, RuleChange } from './model.js';

/** Every rule, on people first. */
export const rulesQuery = queryOptions({
  queryKey: ['retention-rules'],
  queryFn: ({ signal }) => ok(api.GET('/retention/rules', { signal })),
});

export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ['retention-rules', id],
    queryFn: ({ signal }) => ok(api.GET('/retention/rules/{id}', { params: { path: { id } }, signal })),
  });

/** What a rule would erase if it said this. */
export const previewQuery = (
  ruleId: string,
  terms: { period: string | null; reviewMonths?: number; starts?: string },
) =>
  queryOptions({
    queryKey: ['retention-rules', ruleId, 'preview', terms],
    queryFn: ({ signal }) => ok(api.POST('/retention/rule-previews', { body: { ruleId, ...terms }, signal })),
    retry: false,
    staleTime: 30_000,
  });

/** Fails with `stale_version` when somebody else changed the rule in between. */
export function useChangeRule(rule: Pick<Rule, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RuleChange) =>
      ok(
        api.PUT('/retention/rules/{id}', {
          params: { path: { id: rule.id }, header: ifMatch(rule) },
          body,
        }),
      ),
    onSuccess: (saved) => client.setQueryData(ruleQuery(rule.id).queryKey, saved),
    onSettled: () => {
      for (const noun of ['retention-rules', 'retention-forecast', 'contacts'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}
