import createClient, { type Middleware } from 'openapi-fetch';
import { acting } from './acting.js';
import type { paths } from './paths.js';
import { ConnectionLost, toProblem } from './problem.js';
import { fetchWithProof } from './reauthentication.js';

type Listener = () => void;
const unauthenticated = new Set<Listener>();
const due = new Set<Listener>();
const reachability = new Set<(reachable: boolean) => void>();

/** Calls back when an answer says that the session is over. @returns the unsubscriber. */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticated.add(listener);
  return () => unauthenticated.delete(listener);
}

/** Calls back when an answer says that something comes first: a second factor, or the undertaking. @returns the unsubscriber. */
export function onDue(listener: Listener): () => void {
  due.add(listener);
  return () => due.delete(listener);
}

/** Calls back after every request with whether the server answered. @returns the unsubscriber. */
export function onReachability(listener: (reachable: boolean) => void): () => void {
  reachability.add(listener);
  return () => reachability.delete(listener);
}

const comesFirst = new Set(['undertaking_required', 'second_factor_enrolment_required']);

const errors: Middleware = {
  async onResponse({ response, schemaPath }) {
    const lost = response.status === 502 || response.status === 503 || response.status === 504;
    for (const listener of reachability) listener(!lost);
    if (response.ok) return;
    const problem = await toProblem(response);
    if (problem.code === 'not_authenticated' && schemaPath !== '/sessions') {
      for (const listener of unauthenticated) listener();
    }
    if (comesFirst.has(problem.code)) for (const listener of due) listener();
    throw lost ? new ConnectionLost(problem) : problem;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    for (const listener of reachability) listener(false);
    return new ConnectionLost(error);
  },
};

/** The typed client of /api/v1. Wrap calls in {@link ok}; failures throw ApiProblem or ConnectionLost. */
export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, fetch: fetchWithProof });
api.use(errors, acting);

/** The answer's body of a client call that succeeded (failures have thrown before). */
export async function ok<T>(call: Promise<{ data?: T }>): Promise<T> {
  // A 2xx without data is a 204, whose T is undefined.
  return (await call).data as T;
}

/** The header that lets a PATCH fail with `stale_version` instead of overwriting somebody else's change. */
export function ifMatch(record: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${record.version}"` };
}
