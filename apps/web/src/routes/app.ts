import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import type { Me } from '../api/model.js';
import { isProblem } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { Shell } from '../shell/Shell.js';
import { mustEnrol, mustUndertake } from '../shell/use-may.js';

export const root = createRootRoute({ component: Outlet });

/** Only a path of our own: never a way to another site after login. */
export function readNext(search: Record<string, unknown>): { next?: string } {
  const next = search.next;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? { next } : {};
}

export const goingTo = (href: string): { next?: string } => (href === '/' ? {} : { next: href });

/** The signed-in user; a stranger goes to the login, and back here afterwards. */
export async function requireMe(href: string): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!isProblem(error, 'not_authenticated')) throw error;
    redirect({ to: '/login', search: goingTo(href), throw: true });
    throw error;
  }
}

/** What the user has to do before anything else opens: set up a second factor, promise confidentiality (C5, K5). */
export function dueFirst(me: Me): '/settings/security' | '/undertaking' | null {
  if (mustEnrol(me)) return '/settings/security';
  return mustUndertake(me) ? '/undertaking' : null;
}

/** Everything behind the login. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location: { href, pathname } }) => {
    const first = dueFirst(await requireMe(href));
    if (first !== null && first !== pathname) redirect({ to: first, search: goingTo(href), throw: true });
  },
  component: Shell,
});
