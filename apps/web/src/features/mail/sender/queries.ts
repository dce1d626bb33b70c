import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { DkimChoice, InboundMailbox, NewInboundMailbox } from '../../../api/model.js';
import { isProblem } from '../../../api/problem.js';

/** Whether receivers will believe that our mail is ours; the name servers are asked each time. */
export const senderDomainQuery = queryOptions({
  queryKey: ['sender-domain'],
  queryFn: ({ signal }) => ok(api.GET('/sender-domain', { signal })),
  staleTime: 60_000,
});

export function useDkim() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: senderDomainQuery.queryKey });
  return {
    choose: useMutation({
      mutationFn: (body: DkimChoice) => ok(api.PUT('/sender-domain/dkim', { body })),
      onSuccess,
    }),
    end: useMutation({ mutationFn: () => ok(api.DELETE('/sender-domain/dkim')), onSuccess }),
  };
}

/** How many messages leave in a minute at most; null is no limit. */
export const paceQuery = queryOptions({
  queryKey: ['message-settings'],
  queryFn: ({ signal }) => ok(api.GET('/message-settings', { signal })),
});

export function usePace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, perMinute }: { version: number; perMinute: number | null }) =>
      ok(api.PUT('/message-settings', { body: { perMinute }, headers: ifMatch({ version }) })),
    onSuccess: (saved) => client.setQueryData(paceQuery.queryKey, saved),
  });
}

/** The mailbox that is read for bounces, complaints and replies; null where none is. */
export const inboundMailboxQuery = queryOptions({
  queryKey: ['inbound-mailbox'],
  queryFn: async ({ signal }): Promise<InboundMailbox | null> => {
    try {
      return await ok(api.GET('/inbound-mailbox', { signal }));
    } catch (error) {
      if (isProblem(error, 'not_found')) return null;
      throw error;
    }
  },
});

export function useInboundMailbox(before: InboundMailbox | null) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: inboundMailboxQuery.queryKey });
  return {
    save: useMutation({
      mutationFn: (body: NewInboundMailbox) =>
        ok(api.PUT('/inbound-mailbox', { body, headers: before ? ifMatch(before) : {} })),
      onSuccess,
    }),
    test: useMutation({
      mutationFn: (body: NewInboundMailbox) => ok(api.POST('/inbound-mailbox/tests', { body })),
    }),
    end: useMutation({ mutationFn: () => ok(api.DELETE('/inbound-mailbox')), onSuccess }),
  };
}
