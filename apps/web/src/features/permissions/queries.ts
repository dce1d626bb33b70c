import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { NewConsent, NewObjection, NewSaleReference } from '../../api/model.js';
import type { Channel, ObjectionWay } from './model.js';

/** May this person be contacted: per channel, for profiling, and every channel for every purpose. */
export const permissionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'permissions'],
    queryFn: ({ signal }) => ok(api.GET('/contacts/{id}/permissions', { params: { path: { id } }, signal })),
  });

/** What the sender says of the person's work: areas of responsibility, or a reason in words. */
export interface RoleLink {
  areas?: string[];
  roleReason?: string;
}

/**
 * The decision of this moment for one attempt. What the sender says of the person's work stays out of the address: it
 * counts for being said.
 */
export const decisionQuery = (id: string, channel: Channel, purpose: string, isRoleSaid = false) =>
  queryOptions({
    queryKey: ['contacts', id, 'permissions', channel, purpose, isRoleSaid],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/contacts/{id}/permissions/{channel}/{purpose}', {
          params: { path: { id, channel, purpose }, query: isRoleSaid ? { hasRoleReason: 'true' } : {} },
          signal,
        }),
      ),
    staleTime: 5_000,
  });

export const purposesQuery = queryOptions({
  queryKey: ['purposes'],
  queryFn: ({ signal }) => ok(api.GET('/purposes', { signal })),
});
export const wordingsQuery = queryOptions({
  queryKey: ['consent-wordings'],
  queryFn: ({ signal }) => ok(api.GET('/consent-wordings', { signal })),
});

/** Whose objections: a person's or a company's. */
export interface Objector {
  kind: 'contacts' | 'companies';
  id: string;
  name: string;
}

export const objectionsQuery = ({ kind, id }: Pick<Objector, 'kind' | 'id'>) =>
  queryOptions({
    queryKey: [kind, id, 'objections'],
    queryFn: ({ signal }) =>
      ok(
        kind === 'contacts'
          ? api.GET('/contacts/{id}/objections', { params: { path: { id } }, signal })
          : api.GET('/companies/{id}/objections', { params: { path: { id } }, signal }),
      ),
  });
export const consentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'consents'],
    queryFn: ({ signal }) => ok(api.GET('/contacts/{id}/consents', { params: { path: { id } }, signal })),
  });
export const salesQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', id, 'sale-references'],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/contacts/{id}/sale-references', {
          params: { path: { id } },
          signal,
        }),
      ),
  });

/** What has been said changes what is permitted everywhere: on records, in lists, for messages that wait. */
export function useRenewPermissions(): () => void {
  const client = useQueryClient();
  return () => {
    for (const noun of ['contacts', 'companies', 'messages', 'notice-duties', 'stop-replies'])
      void client.invalidateQueries({ queryKey: [noun] });
  };
}

function useEvidence<Input, Saved>(send: (input: Input) => Promise<Saved>) {
  const renew = useRenewPermissions();
  return useMutation({ mutationFn: send, onSuccess: renew }).mutateAsync;
}

export const useRecordObjection = ({ kind, id }: Objector) =>
  useEvidence((body: NewObjection) =>
    ok(
      kind === 'contacts'
        ? api.POST('/contacts/{id}/objections', { params: { path: { id } }, body })
        : api.POST('/companies/{id}/objections', { params: { path: { id } }, body }),
    ),
  );

export const useRecordConsent = (id: string) =>
  useEvidence((body: NewConsent) =>
    ok(api.POST('/contacts/{id}/consents', { params: { path: { id } }, body })),
  );

export const useWithdrawConsent = (id: string) =>
  useEvidence(({ consentId, ...body }: { consentId: string; receivedVia: ObjectionWay; note?: string }) =>
    ok(api.DELETE('/contacts/{id}/consents/{consentId}', { params: { path: { id, consentId } }, body })),
  );

/** The letter of the double opt-in once more. */
export const useAskToConfirm = (id: string, consentId: string) =>
  useMutation({
    mutationFn: () =>
      ok(
        api.POST('/contacts/{id}/consents/{consentId}/confirmation-requests', {
          params: { path: { id, consentId } },
        }),
      ),
  });

export const useRecordSale = (id: string) =>
  useEvidence((body: NewSaleReference) =>
    ok(api.POST('/contacts/{id}/sale-references', { params: { path: { id } }, body })),
  );

/** A company's objection ends when somebody there says so; the name of who said it goes on record. */
export const useEndCompanyObjection = (id: string) =>
  useEvidence(({ objectionId, toldBy }: { objectionId: string; toldBy: string }) =>
    ok(
      api.POST('/companies/{id}/objections/{objectionId}/withdrawal', {
        params: { path: { id, objectionId } },
        body: { toldBy },
      }),
    ),
  );

/** Lets a person's addresses be tried again that a mail server said are no good. */
export const useTryAddressesAgain = (id: string) =>
  useEvidence(() => ok(api.DELETE('/contacts/{id}/undeliverable-addresses', { params: { path: { id } } })));
