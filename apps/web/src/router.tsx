import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { onDue, onUnauthenticated } from './api/client.js';
import { meQuery, setupQuery } from './api/queries.js';
import { queryClient } from './api/query-client.js';
import { isProblem } from './api/problem.js';
import { takeLinkToken } from './features/auth/link-token.js';
import { readCompanyListSearch } from './features/companies/search.js';
import { privacyTabsFor } from './features/privacy/tabs.js';
import { readContactListSearch } from './features/people/search.js';
import type { Me } from './api/model.js';
import { homeOf } from './shell/nav.js';
import { NotFoundPage, RouteError } from './shell/RouteError.js';
import { Shell } from './shell/Shell.js';
import { mustEnrol, mustUndertake } from './shell/use-may.js';
import { SkeletonRows } from './ui/Skeletons.js';

const root = createRootRoute({ component: Outlet });

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

/** Only a path of our own: never a way to another site after login. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const next = search.next;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? { next } : {};
}

const goingTo = (href: string): { next?: string } => (href === '/' ? {} : { next: href });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: readLoginSearch,
  beforeLoad: async () => {
    const setup = await queryClient.fetchQuery(setupQuery);
    if (!setup.done) redirect({ to: '/setup', throw: true });
  },
  component: lazyRouteComponent(() => import('./features/auth/LoginPage.js'), 'LoginPage'),
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
  component: lazyRouteComponent(() => import('./features/setup/SetupPage.js'), 'SetupPage'),
});

/** Where a mailed link leads: who invites, or a new password. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  beforeLoad: takeLinkToken,
  component: lazyRouteComponent(() => import('./features/auth/InvitationPage.js'), 'InvitationPage'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  beforeLoad: takeLinkToken,
  component: lazyRouteComponent(() => import('./features/auth/PasswordResetPage.js'), 'PasswordResetPage'),
});

/** The signed-in user; a stranger goes to the login, and back here afterwards. */
async function requireMe(href: string): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!isProblem(error, 'not_authenticated')) throw error;
    redirect({ to: '/login', search: goingTo(href), throw: true });
    throw error;
  }
}

/** What the user has to do before anything else opens: set up a second factor, promise confidentiality (C5, K5). */
function dueFirst(me: Me): '/settings/security' | '/undertaking' | null {
  if (mustEnrol(me)) return '/settings/security';
  return mustUndertake(me) ? '/undertaking' : null;
}

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
  component: lazyRouteComponent(() => import('./features/undertaking/UndertakingPage.js'), 'UndertakingPage'),
});

/** Everything behind the login. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location: { href, pathname } }) => {
    const first = dueFirst(await requireMe(href));
    if (first !== null && first !== pathname) redirect({ to: first, search: goingTo(href), throw: true });
  },
  component: Shell,
});

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: async () => {
    const home = homeOf(await queryClient.ensureQueryData(meQuery));
    if (home !== '/') redirect({ to: home, replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('./features/today/TodayPage.js'), 'TodayPage'),
});
const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: readContactListSearch,
  component: lazyRouteComponent(() => import('./features/people/PeoplePage.js'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => app,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./features/people/PersonPage.js'), 'PersonPage'),
});
const companies = createRoute({
  getParentRoute: () => app,
  path: '/companies',
  validateSearch: readCompanyListSearch,
  component: lazyRouteComponent(() => import('./features/companies/CompaniesPage.js'), 'CompaniesPage'),
});
const company = createRoute({
  getParentRoute: () => app,
  path: '/companies/$id',
  component: lazyRouteComponent(() => import('./features/companies/CompanyPage.js'), 'CompanyPage'),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: '/import',
  component: lazyRouteComponent(() => import('./features/imports/ImportsPage.js'), 'ImportsPage'),
});
const importRun = createRoute({
  getParentRoute: () => app,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('./features/imports/ImportPage.js'), 'ImportPage'),
});

const privacy = createRoute({
  getParentRoute: () => app,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./features/privacy/PrivacyLayout.js'), 'PrivacyLayout'),
});
const privacyHome = createRoute({
  getParentRoute: () => privacy,
  path: '/',
  beforeLoad: async () => {
    const [first] = privacyTabsFor(await queryClient.ensureQueryData(meQuery));
    redirect({ to: first?.to ?? '/settings/me', replace: true, throw: true });
  },
});
const privacyRestrictions = createRoute({
  getParentRoute: () => privacy,
  path: '/restrictions',
  component: lazyRouteComponent(() => import('./features/privacy/RestrictionsPage.js'), 'RestrictionsPage'),
});
const privacyLog = createRoute({
  getParentRoute: () => privacy,
  path: '/log',
  component: lazyRouteComponent(() => import('./features/privacy/LogPage.js'), 'LogPage'),
});
const privacyExports = createRoute({
  getParentRoute: () => privacy,
  path: '/exports',
  component: lazyRouteComponent(() => import('./features/exports/ExportsPage.js'), 'ExportsPage'),
});
const privacyPurposes = createRoute({
  getParentRoute: () => privacy,
  path: '/purposes',
  component: lazyRouteComponent(() => import('./features/privacy/purposes/PurposesPage.js'), 'PurposesPage'),
});
const privacyNotices = createRoute({
  getParentRoute: () => privacy,
  path: '/notices',
  component: lazyRouteComponent(() => import('./features/privacy/notices/NoticesPage.js'), 'NoticesPage'),
});
const privacyReplies = createRoute({
  getParentRoute: () => privacy,
  path: '/replies',
  component: lazyRouteComponent(() => import('./features/privacy/replies/RepliesPage.js'), 'RepliesPage'),
});
const privacyReviews = createRoute({
  getParentRoute: () => privacy,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./features/reviews/ReviewsPage.js'), 'ReviewsPage'),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings/SettingsLayout.js'), 'SettingsLayout'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/settings/me', replace: true, throw: true });
  },
});
const settingsMe = createRoute({
  getParentRoute: () => settings,
  path: '/me',
  component: lazyRouteComponent(() => import('./features/settings/MePage.js'), 'MePage'),
});
const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  validateSearch: readNext,
  component: lazyRouteComponent(() => import('./features/settings/security/SecurityPage.js'), 'SecurityPage'),
});
const settingsActivity = createRoute({
  getParentRoute: () => settings,
  path: '/activity',
  component: lazyRouteComponent(() => import('./features/settings/activity/ActivityPage.js'), 'ActivityPage'),
});
const settingsCompany = createRoute({
  getParentRoute: () => settings,
  path: '/company',
  component: lazyRouteComponent(() => import('./features/settings/ControllerPage.js'), 'ControllerPage'),
});
const settingsSystem = createRoute({
  getParentRoute: () => settings,
  path: '/system',
  component: lazyRouteComponent(() => import('./features/settings/system/SystemPage.js'), 'SystemPage'),
});
const settingsUsers = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyRouteComponent(() => import('./features/settings/users/UsersPage.js'), 'UsersPage'),
});
const settingsUser = createRoute({
  getParentRoute: () => settings,
  path: '/users/$id',
  component: lazyRouteComponent(() => import('./features/settings/users/UserPage.js'), 'UserPage'),
});
const settingsUserCopy = createRoute({
  getParentRoute: () => settings,
  path: '/users/$id/undertaking',
  component: lazyRouteComponent(
    () => import('./features/settings/users/UndertakingCopyPage.js'),
    'UndertakingCopyPage',
  ),
});
const settingsTeams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(() => import('./features/settings/teams/TeamsPage.js'), 'TeamsPage'),
});
const settingsAccess = createRoute({
  getParentRoute: () => settings,
  path: '/access',
  component: lazyRouteComponent(() => import('./features/settings/access/AccessPage.js'), 'AccessPage'),
});
const settingsConfidentiality = createRoute({
  getParentRoute: () => settings,
  path: '/confidentiality',
  component: lazyRouteComponent(
    () => import('./features/settings/confidentiality/ConfidentialityPage.js'),
    'ConfidentialityPage',
  ),
});
const settingsMailbox = createRoute({
  getParentRoute: () => settings,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./features/settings/mailbox/MailboxPage.js'), 'MailboxPage'),
});
const settingsLetter = createRoute({
  getParentRoute: () => settings,
  path: '/mailbox/$id',
  component: lazyRouteComponent(() => import('./features/settings/mailbox/LetterPage.js'), 'LetterPage'),
});
const settingsWebhooks = createRoute({
  getParentRoute: () => settings,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./features/settings/webhooks/WebhooksPage.js'), 'WebhooksPage'),
});
const settingsWebhook = createRoute({
  getParentRoute: () => settings,
  path: '/webhooks/$id',
  component: lazyRouteComponent(() => import('./features/settings/webhooks/WebhookPage.js'), 'WebhookPage'),
});

const nowhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  login,
  invitation,
  passwordReset,
  setup,
  undertaking,
  app.addChildren([
    today,
    people,
    person,
    companies,
    company,
    imports,
    importRun,
    nowhere,
    privacy.addChildren([
      privacyHome,
      privacyRestrictions,
      privacyNotices,
      privacyReplies,
      privacyPurposes,
      privacyLog,
      privacyExports,
      privacyReviews,
    ]),
    settings.addChildren([
      settingsHome,
      settingsMe,
      settingsSecurity,
      settingsActivity,
      settingsCompany,
      settingsUsers,
      settingsUser,
      settingsUserCopy,
      settingsTeams,
      settingsAccess,
      settingsConfidentiality,
      settingsMailbox,
      settingsLetter,
      settingsWebhooks,
      settingsWebhook,
      settingsSystem,
    ]),
  ]),
]);

// Before the router reads the address, and when another link is opened on the same page.
takeLinkToken();
addEventListener('hashchange', takeLinkToken);

/** The address bar's map of the interface. Pages come as chunks of their own when they are first opened. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 30_000,
  scrollRestoration: true,
  defaultPendingMs: 200,
  defaultPendingComponent: SkeletonRows,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
});

const outside = new Set(['/login', '/setup', '/invitation', '/password-reset']);

// A session that ends while one works: to the login, and back to the same page afterwards.
onUnauthenticated(() => {
  const { href, pathname } = router.state.location;
  if (outside.has(pathname)) return;
  void router.navigate({ to: '/login', search: goingTo(href) });
});

// Something came due while one works, a new undertaking for example: the routes look anew at what comes first.
onDue(() => {
  void queryClient.fetchQuery({ ...meQuery, staleTime: 0 }).then(() => router.invalidate());
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
