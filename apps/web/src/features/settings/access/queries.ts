import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client.js';

/** What the company asks of its users beyond what the software asks of everybody. */
export const securitySettingsQuery = queryOptions({
  queryKey: ['security-settings'],
  queryFn: ({ signal }) => ok(api.GET('/security-settings', { signal })),
});
/** With whom one may sign in, as administrators see it. */
export const oidcProvidersQuery = queryOptions({
  queryKey: ['security-settings', 'oidc-providers'],
  queryFn: ({ signal }) => ok(api.GET('/security-settings/oidc-providers', { signal })),
});
/** How long the record of acts is kept. */
export const auditRetentionQuery = queryOptions({
  queryKey: ['audit-retention'],
  queryFn: ({ signal }) => ok(api.GET('/audit-retention', { signal })),
});
