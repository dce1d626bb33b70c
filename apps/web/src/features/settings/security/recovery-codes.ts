import { useSyncExternalStore } from 'react';

/** Kept outside the page, so that codes which are shown only once outlive whatever else is drawn anew. */
let codes: string[] | null = null;
const listeners = new Set<() => void>();

/** Shows new recovery codes until they are put away; null puts them away. */
export function showRecoveryCodes(next: string[] | null): void {
  codes = next;
  for (const listener of listeners) listener();
}

/** The recovery codes that are to be shown now. */
export function useRecoveryCodes(): string[] | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => codes,
  );
}
