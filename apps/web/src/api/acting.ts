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
]);

/** Sends the reason along with those reads. */
export const acting: Middleware = {
  onRequest({ request, schemaPath }) {
    if (reason === null || request.method !== 'GET' || !paths.has(schemaPath)) return undefined;
    request.headers.set('X-Privacy-Reason', encodeURIComponent(reason));
    return request;
  },
};
