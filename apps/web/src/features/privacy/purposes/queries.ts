import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch, ok } from '../../../api/client.js';
import type { Language } from '../../../api/model.js';
import type { LegalBasis, Purpose, PurposeClass } from '../../permissions/model.js';
import { wire } from '../../permissions/wire.js';

export interface NewPurpose {
  name: Record<Language, string>;
  class: PurposeClass;
  basis: LegalBasis | null;
  balancingNote: string | null;
  reviewOn: string | null;
}
export type PurposeChange = Partial<
  Pick<Purpose, 'name' | 'basis' | 'balancingNote' | 'reviewOn' | 'switchedOn'>
>;

function useRenewed<Input, Saved>(send: (input: Input) => Promise<Saved>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      for (const noun of ['purposes', 'contacts']) void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

export const useAddPurpose = () =>
  useRenewed((body: NewPurpose) => ok(wire.POST<Purpose>('/purposes', { body })));

/** Fails with `stale_version` when somebody else changed the purpose in between. */
export const useChangePurpose = () =>
  useRenewed(({ purpose, change }: { purpose: Purpose; change: PurposeChange }) =>
    ok(
      wire.PATCH<Purpose>('/purposes/{key}', {
        params: { path: { key: purpose.key }, header: ifMatch(purpose) },
        body: change,
      }),
    ),
  );
