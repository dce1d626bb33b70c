import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { onUnauthenticated } from './api/client.js';
import { meQuery, setupQuery } from './api/queries.js';
import { queryClient } from './api/query-client.js';
import { isProblem } from './api/problem.js';
import { readCompanyListSearch } from './features/companies/search.js';
import { readContactListSearch } from './features/people/search.js';
import { NotFoundPage, RouteError } from './shell/RouteError.js';
import { Shell } from './shell/Shell.js';
import { SkeletonRows } from './ui/Skeletons.js';

const root = createRootRoute({ component: Outlet });

/** Only a path of our own: never a way to another site after login. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const next = search.next;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? { next } : {};
}

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: readNext,
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

/** Everything behind the login. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!isProblem(error, 'not_authenticated')) throw error;
      redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href }, throw: true });
    }
  },
  component: Shell,
});

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
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
const settingsCompany = createRoute({
  getParentRoute: () => settings,
  path: '/company',
  component: lazyRouteComponent(() => import('./features/settings/ControllerPage.js'), 'ControllerPage'),
});
const settingsUsers = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyRouteComponent(() => import('./features/settings/UsersPage.js'), 'UsersPage'),
});

const nowhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  login,
  setup,
  app.addChildren([
    today,
    people,
    person,
    companies,
    company,
    imports,
    importRun,
    nowhere,
    settings.addChildren([settingsHome, settingsMe, settingsCompany, settingsUsers]),
  ]),
]);

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

// A session that ends while one works: to the login, and back to the same page afterwards.
onUnauthenticated(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/login' || pathname === '/setup') return;
  void router.navigate({ to: '/login', search: href === '/' ? {} : { next: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
