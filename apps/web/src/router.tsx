import { createRoute, createRouter } from '@tanstack/react-router';
import { onDue, onUnauthenticated } from './api/client.js';
import { meQuery } from './api/queries.js';
import { queryClient } from './api/query-client.js';
import { takeLinkToken } from './features/auth/link-token.js';
import { app, goingTo, root } from './routes/app.js';
import { mailRoutes } from './routes/mail.js';
import { outsideRoutes } from './routes/outside.js';
import { privacyRoutes } from './routes/privacy.js';
import { settingsRoutes } from './routes/settings.js';
import { workRoutes } from './routes/work.js';
import { NotFoundPage, RouteError } from './shell/RouteError.js';
import { SkeletonRows } from './ui/Skeletons.js';

const nowhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  ...outsideRoutes,
  app.addChildren([...workRoutes, nowhere, mailRoutes, privacyRoutes, settingsRoutes]),
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
