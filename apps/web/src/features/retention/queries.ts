import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Extension, Ground, Hold, HoldGround, Outcome, Rule, RuleChange, RunStatus } from './model.js';

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

/** What the forecast is narrowed to; `ownerId` is an id. */
export interface ForecastFilter {
  ownerId?: string | undefined;
  ground?: Ground | undefined;
}
/** Who goes in the next ninety days, the first to go first; the counts come with the first page. */
export const forecastQuery = (filter: ForecastFilter, reason: string | null) =>
  infiniteQueryOptions({
    queryKey: ['retention-forecast', filter, reason],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/retention/forecast', {
          params: { query: { ...filter, days: 90, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Keeps a person longer, on a ground that is written down. */
export function useExtend(contactId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Extension) =>
      ok(api.POST('/contacts/{id}/retention-extensions', { params: { path: { id: contactId } }, body })),
    onSuccess: () => {
      for (const noun of ['retention-forecast', 'contacts', 'today'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

/** Holds in force whose review is due, or those whose is not; the next day first. */
export const holdsQuery = (
  filter: { due: boolean; ground?: HoldGround | undefined },
  reason: string | null,
) =>
  infiniteQueryOptions({
    queryKey: ['holds', filter, reason],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/holds', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

function useHoldAct<Input>(send: (input: Input) => Promise<Hold>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      for (const noun of ['holds', 'contacts', 'companies', 'retention-forecast'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

export const useReleaseHold = (id: string) =>
  useHoldAct((body: { reason: string }) =>
    ok(api.POST('/holds/{id}/release', { params: { path: { id } }, body })),
  );

export const useReviewHold = (id: string) =>
  useHoldAct((body: { note: string; reviewOn: string }) =>
    ok(api.POST('/holds/{id}/reviews', { params: { path: { id } }, body })),
  );

export const isUnderWay = ({ status }: { status: RunStatus }): boolean =>
  status === 'queued' || status === 'running';

/** Does the nightly purge do its work? */
export const purgeStatusQuery = queryOptions({
  queryKey: ['retention-status'],
  queryFn: ({ signal }) => ok(api.GET('/retention/status', { signal })),
  refetchInterval: 60_000,
});

export const runsQuery = infiniteQueryOptions({
  queryKey: ['retention-runs'],
  queryFn: ({ pageParam, signal }) =>
    ok(api.GET('/retention/runs', { params: { query: { limit: 30, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: (query) =>
    query.state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? 3_000 : false,
});

/** One run; read again every second while it is under way. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['retention-runs', id],
    queryFn: ({ signal }) => ok(api.GET('/retention/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1_000 : false),
  });

/** Who and what a run was about, with the reasons. */
export const runItemsQuery = (id: string, outcome: Outcome) =>
  infiniteQueryOptions({
    queryKey: ['retention-runs', id, 'items', outcome],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/retention/runs/{id}/items', {
          params: { path: { id }, query: { outcome, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Begins a run, or a dry one; its id. */
export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dryRun: boolean) => ok(api.POST('/retention/runs', { body: { dryRun } })),
    onSuccess: () => {
      for (const noun of ['retention-runs', 'retention-status'])
        void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}
