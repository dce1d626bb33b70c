import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Interaction, InteractionType } from '../../api/model.js';
import { toNewInteraction, toRequest, type InteractionDraft } from './draft.js';

/** Whose timeline: one person's, or a company's with all its people. */
export interface TimelineOwner {
  kind: 'contacts' | 'companies';
  id: string;
}

export const timelineQuery = (owner: TimelineOwner, types: InteractionType[]) =>
  infiniteQueryOptions({
    queryKey: ['interactions', 'timeline', owner.kind, owner.id, types.join(',')],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 30, cursor: pageParam, ...(types.length > 0 ? { type: types.join(',') } : {}) };
      const params = { path: { id: owner.id }, query };
      return ok(
        owner.kind === 'contacts'
          ? api.GET('/contacts/{id}/timeline', { params, signal })
          : api.GET('/companies/{id}/timeline', { params, signal }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const revisionsQuery = (interaction: Interaction) =>
  queryOptions({
    queryKey: ['interactions', interaction.id, 'revisions', interaction.version],
    queryFn: ({ signal }) =>
      ok(api.GET('/interactions/{id}/revisions', { params: { path: { id: interaction.id } }, signal })),
  });

/** What an interaction touches: timelines, the people's and companies' last contact, the start page. */
function refresh(client: QueryClient): void {
  for (const noun of ['interactions', 'contacts', 'companies', 'today', 'search'])
    void client.invalidateQueries({ queryKey: [noun] });
}

export function useLogInteraction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: InteractionDraft) =>
      ok(api.POST('/interactions', { body: toNewInteraction(draft, new Date()) })),
    onSuccess: () => refresh(client),
  });
}

/** Saves an edit; somebody else's edit in between makes it fail with `stale_version`. */
export function useEditInteraction(interaction: Interaction) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: InteractionDraft) => {
      const params = { path: { id: interaction.id }, header: ifMatch(interaction) };
      const body = { companyId: null, ...toRequest(draft, new Date()) };
      return ok(api.PATCH('/interactions/{id}', { params, body }));
    },
    onSettled: () => refresh(client),
  });
}
