import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { privacyTabsFor } from '../features/privacy/tabs.js';
import { readRequestsSearch } from '../features/requests/search.js';
import { readClocksSearch } from '../features/retention/clocks/search.js';
import { app } from './app.js';

const privacy = createRoute({
  getParentRoute: () => app,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/PrivacyLayout.js'), 'PrivacyLayout'),
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
  component: lazyRouteComponent(() => import('../features/privacy/RestrictionsPage.js'), 'RestrictionsPage'),
});

const privacyLog = createRoute({
  getParentRoute: () => privacy,
  path: '/log',
  component: lazyRouteComponent(() => import('../features/privacy/LogPage.js'), 'LogPage'),
});

const privacyExports = createRoute({
  getParentRoute: () => privacy,
  path: '/exports',
  component: lazyRouteComponent(() => import('../features/exports/ExportsPage.js'), 'ExportsPage'),
});

const privacyPurposes = createRoute({
  getParentRoute: () => privacy,
  path: '/purposes',
  component: lazyRouteComponent(() => import('../features/privacy/purposes/PurposesPage.js'), 'PurposesPage'),
});

const privacyNotices = createRoute({
  getParentRoute: () => privacy,
  path: '/notices',
  component: lazyRouteComponent(() => import('../features/privacy/notices/NoticesPage.js'), 'NoticesPage'),
});

const privacyReplies = createRoute({
  getParentRoute: () => privacy,
  path: '/replies',
  component: lazyRouteComponent(() => import('../features/privacy/replies/RepliesPage.js'), 'RepliesPage'),
});

const privacyReviews = createRoute({
  getParentRoute: () => privacy,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../features/reviews/ReviewsPage.js'), 'ReviewsPage'),
});

const privacyClocks = createRoute({
  getParentRoute: () => privacy,
  path: '/clocks',
  validateSearch: readClocksSearch,
  component: lazyRouteComponent(() => import('../features/retention/clocks/ClocksPage.js'), 'ClocksPage'),
});

const privacyRules = createRoute({
  getParentRoute: () => privacy,
  path: '/rules',
  component: lazyRouteComponent(() => import('../features/retention/rules/RulesPage.js'), 'RulesPage'),
});

const privacyRule = createRoute({
  getParentRoute: () => privacy,
  path: '/rules/$id',
  component: lazyRouteComponent(() => import('../features/retention/rules/RulePage.js'), 'RulePage'),
});

const privacyRuns = createRoute({
  getParentRoute: () => privacy,
  path: '/runs',
  component: lazyRouteComponent(() => import('../features/retention/runs/RunsPage.js'), 'RunsPage'),
});

const privacyRun = createRoute({
  getParentRoute: () => privacy,
  path: '/runs/$id',
  component: lazyRouteComponent(() => import('../features/retention/runs/RunPage.js'), 'RunPage'),
});

const privacyHolds = createRoute({
  getParentRoute: () => privacy,
  path: '/holds',
  component: lazyRouteComponent(() => import('../features/retention/holds/HoldsPage.js'), 'HoldsPage'),
});

const privacyRequests = createRoute({
  getParentRoute: () => privacy,
  path: '/requests',
  validateSearch: readRequestsSearch,
  component: lazyRouteComponent(() => import('../features/requests/RequestsPage.js'), 'RequestsPage'),
});

const privacyRequest = createRoute({
  getParentRoute: () => privacy,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../features/requests/RequestPage.js'), 'RequestPage'),
});

const privacyBreaches = createRoute({
  getParentRoute: () => privacy,
  path: '/breaches',
  component: lazyRouteComponent(() => import('../features/breaches/BreachesPage.js'), 'BreachesPage'),
});

const privacyBreach = createRoute({
  getParentRoute: () => privacy,
  path: '/breaches/$id',
  component: lazyRouteComponent(() => import('../features/breaches/BreachPage.js'), 'BreachPage'),
});

const privacyErasures = createRoute({
  getParentRoute: () => privacy,
  path: '/erasures',
  component: lazyRouteComponent(() => import('../features/erasure/ErasuresPage.js'), 'ErasuresPage'),
});

const privacyErasure = createRoute({
  getParentRoute: () => privacy,
  path: '/erasures/$id',
  component: lazyRouteComponent(() => import('../features/erasure/ErasurePage.js'), 'ErasurePage'),
});

/** What keeps the promises. */
export const privacyRoutes = privacy.addChildren([
  privacyHome,
  privacyRestrictions,
  privacyLog,
  privacyExports,
  privacyPurposes,
  privacyNotices,
  privacyReplies,
  privacyReviews,
  privacyClocks,
  privacyRules,
  privacyRule,
  privacyRuns,
  privacyRun,
  privacyHolds,
  privacyRequests,
  privacyRequest,
  privacyBreaches,
  privacyBreach,
  privacyErasures,
  privacyErasure,
]);
