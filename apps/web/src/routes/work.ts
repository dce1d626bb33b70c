import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { readCompanyListSearch } from '../features/companies/search.js';
import { readContactListSearch } from '../features/people/search.js';
import { homeOf } from '../shell/nav.js';
import { app } from './app.js';

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: async () => {
    const home = homeOf(await queryClient.ensureQueryData(meQuery));
    if (home !== '/') redirect({ to: home, replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('../features/today/TodayPage.js'), 'TodayPage'),
});
const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: readContactListSearch,
  component: lazyRouteComponent(() => import('../features/people/PeoplePage.js'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => app,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../features/people/PersonPage.js'), 'PersonPage'),
});
const personErasure = createRoute({
  getParentRoute: () => app,
  path: '/people/$id/erasure',
  component: lazyRouteComponent(() => import('../features/erasure/PlanPage.js'), 'PlanPage'),
});
const companies = createRoute({
  getParentRoute: () => app,
  path: '/companies',
  validateSearch: readCompanyListSearch,
  component: lazyRouteComponent(() => import('../features/companies/CompaniesPage.js'), 'CompaniesPage'),
});
const company = createRoute({
  getParentRoute: () => app,
  path: '/companies/$id',
  component: lazyRouteComponent(() => import('../features/companies/CompanyPage.js'), 'CompanyPage'),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/imports/ImportsPage.js'), 'ImportsPage'),
});
const importRun = createRoute({
  getParentRoute: () => app,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('../features/imports/ImportPage.js'), 'ImportPage'),
});

/** The daily work: today, people, companies, lists that come in. */
export const workRoutes = [
  today,
  people,
  person,
  personErasure,
  companies,
  company,
  imports,
  importRun,
] as const;
