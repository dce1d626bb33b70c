import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../api/client.js';
import type {
  Decision,
  Extension,
  LetterInput,
  NewRequest,
  Outcome,
  RefusalGround,
  RequestChange,
  RequestKind,
  SubjectRequest,
} from './model.js';

export interface QueueFilter {
  status: 'open' | 'closed';
  kind?: RequestKind | undefined;
  urgency?: 'due_soon' | 'overdue' | undefined;
}

/** Open requests by deadline, the nearest first; closed ones the latest first. */
export const requestsQuery = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['subject-requests', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/subject-requests', {
          params: { query: { ...filter, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How many open ones stand so. */
export const requestCountQuery = (urgency: 'due_soon' | 'overdue') =>
  queryOptions({
    queryKey: ['subject-requests', 'count', urgency],
    queryFn: async ({ signal }) => {
      const query = { status: 'open' as const, urgency, limit: 1 };
      return (await ok(api.GET('/subject-requests', { params: { query }, signal }))).total ?? 0;
    },
  });

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['subject-requests', id],
    queryFn: ({ signal }) => ok(api.GET('/subject-requests/{id}', { params: { path: { id } }, signal })),
  });

/** What the person was told, word for word. */
export const lettersQuery = (id: string) =>
  queryOptions({
    queryKey: ['subject-requests', id, 'letters'],
    queryFn: ({ signal }) =>
      ok(api.GET('/subject-requests/{id}/letters', { params: { path: { id } }, signal })),
  });

/** The person as they are known, restricted or not: the request is the reason to look (GDPR Art. 18(2)). */
export const requesterQuery = ({ contactId, reference }: Pick<SubjectRequest, 'contactId' | 'reference'>) =>
  queryOptions({
    queryKey: ['contacts', contactId, 'for', reference],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/contacts/{id}', {
          params: { path: { id: contactId ?? '' } },
          headers: { 'X-Privacy-Reason': encodeURIComponent(reference) },
          signal,
        }),
      ),
    enabled: contactId !== null,
    retry: false,
  });

/** What a letter is to say. */
export interface DraftOf {
  kind: 'receipt' | 'note' | 'extension' | 'answer';
  outcome?: Outcome;
  grounds?: RefusalGround[];
  reason?: Extension['reason'];
  months?: Extension['months'];
}

/** The letter as it is prepared, in the person's language; null: it is not known yet what it is to say. */
export const draftQuery = (id: string, draft: DraftOf | null) =>
  queryOptions({
    queryKey: ['subject-requests', id, 'draft', draft],
    queryFn: ({ signal }) => {
      const { kind = 'note', grounds, months, ...rest } = draft ?? {};
      const query = {
        ...rest,
        kind,
        ...(grounds?.length ? { grounds: grounds.join(',') } : {}),
        ...(months ? { months: String(months) as '1' | '2' } : {}),
      };
      return ok(api.GET('/subject-requests/{id}/letter-drafts', { params: { path: { id }, query }, signal }));
    },
    enabled: draft !== null,
    staleTime: 60_000,
  });

/** Everything that reads requests, and the person whom one is of. */
function useRenew() {
  const client = useQueryClient();
  return () => {
    for (const noun of ['subject-requests', 'contacts', 'holds', 'restrictions'])
      void client.invalidateQueries({ queryKey: [noun] });
  };
}

export function useRecordRequest() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (body: NewRequest) => ok(api.POST('/subject-requests', { body })),
    onSuccess: renew,
  });
}

/** What can be done with a request. Whatever comes of it, the newest version is read. */
export function useRequestActs(request: Pick<SubjectRequest, 'id' | 'version'>) {
  const renew = useRenew();
  const path = { id: request.id };
  const params = { path, header: ifMatch(request) };
  const act = <Input>(send: (input: Input) => Promise<unknown>) => ({
    mutationFn: send,
    onSettled: renew,
  });
  return {
    change: useMutation(
      act((body: RequestChange) => ok(api.PATCH('/subject-requests/{id}', { params, body }))),
    ),
    withdraw: useMutation(
      act((_: void) => ok(api.POST('/subject-requests/{id}/withdrawal', { params: { path } }))),
    ),
    tell: useMutation(
      act((body: { kind: 'receipt' | 'note'; letter: LetterInput }) =>
        ok(api.POST('/subject-requests/{id}/letters', { params: { path }, body })),
      ),
    ),
    extend: useMutation(
      act((body: Extension) => ok(api.POST('/subject-requests/{id}/extension', { params, body }))),
    ),
    decide: useMutation(
      act((body: Decision) => ok(api.POST('/subject-requests/{id}/decision', { params, body }))),
    ),
  };
}

/** Giving the person a code where we know them, and taking it back from them. */
export function useChallenge(id: string) {
  const renew = useRenew();
  return {
    give: useMutation({
      mutationFn: (body: { way: 'email' | 'phone'; address: string }) =>
        ok(api.POST('/subject-requests/{id}/verifications', { params: { path: { id } }, body })),
      onSettled: renew,
    }),
    confirm: useMutation({
      mutationFn: ({ verificationId, code }: { verificationId: string; code: string }) =>
        ok(
          api.POST('/subject-requests/{id}/verifications/{verificationId}/confirmation', {
            params: { path: { id, verificationId } },
            body: { code },
          }),
        ),
      onSettled: renew,
    }),
  };
}
