import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { NewPurpose, Purpose, PurposeChange } from '../../../api/model.js';

function useRenewed<Input, Saved>(send: (input: Input) => Promise<Saved>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      for (const noun of ['purposes', 'contacts']) void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

export const useAddPurpose = () => useRenewed((body: NewPurpose) => ok(api.POST('/purposes', { body })));

/** Fails with `stale_version` when somebody else changed the purpose in between. */
export const useChangePurpose = () =>
  useRenewed(({ purpose, change }: { purpose: Purpose; change: PurposeChange }) =>
    ok(
      api.PATCH('/purposes/{key}', {
        params: { path: { key: purpose.key }, header: ifMatch(purpose) },
        body: change,
      }),
    ),
  );
