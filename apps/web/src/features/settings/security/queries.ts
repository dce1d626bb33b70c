import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { api, ok } from '../../../api/client.js';
import { meQuery } from '../../../api/queries.js';
import { showRecoveryCodes } from './recovery-codes.js';

export const totpQuery = queryOptions({
  queryKey: ['security', 'totp'],
  queryFn: ({ signal }) => ok(api.GET('/me/totp', { signal })),
});
export const passkeysQuery = queryOptions({
  queryKey: ['security', 'passkeys'],
  queryFn: ({ signal }) => ok(api.GET('/me/passkeys', { signal })),
});
export const sessionsQuery = queryOptions({
  queryKey: ['security', 'sessions'],
  queryFn: ({ signal }) => ok(api.GET('/sessions', { signal })),
});
export const oidcLinksQuery = queryOptions({
  queryKey: ['security', 'oidc-links'],
  queryFn: ({ signal }) => ok(api.GET('/me/oidc-links', { signal })),
});
export const apiTokensQuery = queryOptions({
  queryKey: ['security', 'api-tokens'],
  queryFn: ({ signal }) => ok(api.GET('/api-tokens', { signal })),
});

const route = getRouteApi('/app/settings/security');

/** What follows when the second factors have changed: the page shows it, and what was closed without one opens. */
export function useFactorsChanged() {
  const client = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();

  /** Looks anew at who one is; whoever was sent here first goes on to where they were going. */
  async function finish(): Promise<void> {
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    if (next && me.secondFactor.enrolled.length > 0) router.history.push(next);
  }

  /** @param codes new recovery codes, to be shown before anything else happens */
  async function changed(codes: string[] | null = null): Promise<void> {
    await client.invalidateQueries({ queryKey: ['security'] });
    if (codes) showRecoveryCodes(codes);
    else await finish();
  }
  return { changed, finish };
}
