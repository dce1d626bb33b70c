import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Import, ImportMapping, ImportRow } from '../../api/model.js';

export const isWorking = (status: Import['status']) => status === 'checking' || status === 'running';

/** One import; read again every 0.7 s while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => ok(api.GET('/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data.status) ? 700 : false),
  });

export const importListQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ signal }) => ok(api.GET('/imports', { params: { query: { limit: 20 } }, signal })),
});

/** The rows with what becomes of them; `stage` makes them new after each check and run. */
export const importRowsQuery = (id: string, result: ImportRow['result'] | undefined, stage: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'rows', result ?? 'all', stage],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 200, cursor: pageParam, ...(result ? { result } : {}) };
      return ok(api.GET('/imports/{id}/rows', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export function useUpload() {
  return useMutation({
    mutationFn: (file: File) =>
      ok(
        api.POST('/imports', {
          // The specification calls a binary part a string; what is sent is the form below.
          body: { file: file.name },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file);
            return form;
          },
        }),
      ),
  });
}

/** Saves what the columns mean, and reads the file anew when its encoding or delimiter is given. */
export function useMapping(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ImportMapping) =>
      ok(api.PUT('/imports/{id}/mapping', { params: { path: { id } }, body })),
    onSuccess: (saved) => client.setQueryData(importQuery(id).queryKey, saved),
  });
}

/** Starts the dry run or the run; the import is then followed by its query. */
export function useStart(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: 'dry-run' | 'run') =>
      ok(
        what === 'run'
          ? api.POST('/imports/{id}/runs', { params: { path: { id } } })
          : api.POST('/imports/{id}/dry-runs', { params: { path: { id } } }),
      ),
    onSuccess: (started) => {
      client.setQueryData(importQuery(id).queryKey, started);
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
}
