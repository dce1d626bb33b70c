import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Export } from '../../api/model.js';

/** Own files, and those that wait for approval; looked at again while one is being written. */
export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => ok(api.GET('/exports', { params: { query: { limit: 100 } }, signal })),
  refetchInterval: (query) =>
    query.state.data?.items.some(({ status }) => status === 'preparing') ? 1000 : false,
});

/** What can be done with a file; the list is read anew afterwards. */
export function useExportActs(id: string) {
  const client = useQueryClient();
  const path = { id };
  const renew = () => void client.invalidateQueries({ queryKey: exportsQuery.queryKey });
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'refuse') =>
      ok(api.PUT('/exports/{id}/approval', { params: { path }, body: { decision } })),
    onSettled: renew,
  });
  const withdraw = useMutation({
    mutationFn: () => ok(api.DELETE('/exports/{id}', { params: { path } })),
    onSettled: renew,
  });
  const download = useMutation({
    mutationFn: async (file: Export) => {
      const { data } = await api.POST('/exports/{id}/downloads', { params: { path }, parseAs: 'blob' });
      saveAs(data as unknown as Blob, `${file.kind}-${file.id}.csv`);
    },
    onSettled: renew,
  });
  return { decide, withdraw, download };
}

/** Hands a file to the browser, which saves it as a download. */
function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
