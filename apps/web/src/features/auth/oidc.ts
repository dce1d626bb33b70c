import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';

/** With whom one may sign in. */
export const oidcProvidersQuery = queryOptions({
  queryKey: ['oidc-providers'],
  queryFn: ({ signal }) => ok(api.GET('/oidc-providers', { signal })),
  staleTime: Infinity,
});

/** Begins a login with the provider. @param again lets them prove there once more who they are. @returns where to go */
export async function startOidc(provider: string, again = false): Promise<string> {
  const { url } = await ok(
    api.POST('/oidc/{provider}/authorisations', { params: { path: { provider } }, body: { again } }),
  );
  return url;
}
