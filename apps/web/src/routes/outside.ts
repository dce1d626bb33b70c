import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { setupQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { takeLinkToken } from '../features/auth/link-token.js';
import { dueFirst, readNext, requireMe, root } from './app.js';

/** Where a login with a provider comes back to: with a problem's code, or with a second step to take. */
function readLoginSearch(search: Record<string, unknown>): LoginSearch {
  const { problem, step, provider } = search;
  return {
    ...readNext(search),
    ...(typeof problem === 'string' ? { problem } : {}),
    ...(step === 'second_factor' && typeof provider === 'string' ? { step, provider } : {}),
  };
}
interface LoginSearch {
  next?: string;
  problem?: string;
  step?: 'second_factor';
  provider?: string;
}

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: readLoginSearch,
  beforeLoad: async () => {
    const setup = await queryClient.fetchQuery(setupQuery);
    if (!setup.done) redirect({ to: '/setup', throw: true });
  },
  component: lazyRouteComponent(() => import('../features/auth/LoginPage.js'), 'LoginPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search.token === 'string' ? { token: search.token } : {},
  beforeLoad: async () => {
    const state = await queryClient.fetchQuery(setupQuery);
    if (state.done) redirect({ to: '/', throw: true });
  },
  component: lazyRouteComponent(() => import('../features/setup/SetupPage.js'), 'SetupPage'),
});

/** Where a mailed link leads: who invites, or a new password. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  beforeLoad: takeLinkToken,
  component: lazyRouteComponent(() => import('../features/auth/InvitationPage.js'), 'InvitationPage'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  beforeLoad: takeLinkToken,
  component: lazyRouteComponent(() => import('../features/auth/PasswordResetPage.js'), 'PasswordResetPage'),
});

/** Stands before the frame: nothing of the register is on the page until the promise is given. */
const undertaking = createRoute({
  getParentRoute: () => root,
  path: '/undertaking',
  validateSearch: readNext,
  beforeLoad: async ({ location, search }) => {
    const first = dueFirst(await requireMe(location.href));
    if (first === '/settings/security') redirect({ to: first, search, throw: true });
    if (first === null) redirect({ href: search.next ?? '/', replace: true, throw: true });
  },
  component: lazyRouteComponent(
    () => import('../features/undertaking/UndertakingPage.js'),
    'UndertakingPage',
  ),
});

/** What opens without the frame: logging in and what comes before it. */
export const outsideRoutes = [login, invitation, passwordReset, setup, undertaking] as const;
