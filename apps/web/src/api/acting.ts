import { useSyncExternalStore } from 'react';
import type { Middleware } from 'openapi-fetch';

let reason: string | null = null;
const listeners = new Set<() => void>();

/** From now on the user acts as privacy officer, for this reason; null: no more. It is forgotten with the page. */
export function actFor(next: string | null): void {
  reason = next;
  for (const listener of listeners) listener();
}

/** Why the user acts as privacy officer; null when they do not. */
export function useActing(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => reason,
  );
}

/** Reads that show restricted people to a privacy officer who says why (GDPR Art. 18(2)). */
const paths = new Set([
  '/contacts/{id}',
  '/contacts/{id}/timeline',
  '/contacts/{id}/audit-events',
  '/contacts/{id}/permissions',
  '/contacts/{id}/permissions/{channel}/{purpose}',
  '/contacts/{id}/objections',
  '/contacts/{id}/consents',
  '/contacts/{id}/sale-references',
  '/retention/forecast',
  '/holds',
]);

/** Acts that reach restricted people in the same way. */
const acts = new Set(['/holds/{id}/release', '/holds/{id}/reviews']);

/** Sends the reason along with those. */
export const acting: Middleware = {
  onRequest({ request, schemaPath }) {
    const known = request.method === 'GET' ? paths : acts;
    if (reason === null || !known.has(schemaPath)) return undefined;
    request.headers.set('X-Privacy-Reason', encodeURIComponent(reason));
    return request;
  },
};
