import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { NewSequence, Sequence, SequencePatch, SequenceTrigger } from '../../../api/model.js';

export const sequenceTriggers = ['guide_requested', 'signed_up'] as const satisfies SequenceTrigger[];

export const sequencesQuery = queryOptions({
  queryKey: ['sequences'],
  queryFn: ({ signal }) => ok(api.GET('/sequences', { signal })),
});
/** What goes out to a person by itself, and what has gone. */
export const runsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'sequences'],
    queryFn: ({ signal }) => ok(api.GET('/contacts/{id}/sequences', { params: { path: { id } }, signal })),
  });

export function useSequences() {
  const client = useQueryClient();
  const options = { onSuccess: () => client.invalidateQueries({ queryKey: ['sequences'] }) };
  return {
    create: useMutation({
      ...options,
      mutationFn: (body: NewSequence) => ok(api.POST('/sequences', { body })),
    }),
    update: useMutation({
      ...options,
      mutationFn: ({ before, ...body }: SequencePatch & { before: Sequence }) =>
        ok(
          api.PATCH('/sequences/{id}', {
            params: { path: { id: before.id } },
            body,
            headers: ifMatch(before),
          }),
        ),
    }),
  };
}

/** Begins and ends what goes out to one person. */
export function useRuns(id: string) {
  const client = useQueryClient();
  const options = { onSuccess: () => client.invalidateQueries({ queryKey: ['contacts', id] }) };
  return {
    start: useMutation({
      ...options,
      mutationFn: (body: { trigger: SequenceTrigger; what: string | null }) =>
        ok(api.POST('/contacts/{id}/sequence-starts', { params: { path: { id } }, body })),
    }),
    stop: useMutation({
      ...options,
      mutationFn: (runId: string) =>
        ok(api.DELETE('/contacts/{id}/sequences/{runId}', { params: { path: { id, runId } } })),
    }),
  };
}
