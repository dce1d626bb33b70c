import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  message: string;
  tone: 'plain' | 'error';
  /** Milliseconds on screen; the clock stands while the pointer or the focus is on the toast. */
  duration: number;
  action?: { label: string; run: () => void };
}

let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message in the corner. @returns its id, for {@link dismissToast}. */
export function toast(message: string, options: Partial<Omit<Toast, 'id' | 'message'>> = {}): number {
  const id = nextId++;
  const duration = options.duration ?? (options.action || options.tone === 'error' ? 10_000 : 4_000);
  change([...toasts.slice(-2), { tone: 'plain', ...options, id, message, duration }]);
  return id;
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  change(toasts.filter((shown) => shown.id !== id));
}

/** The messages on screen, oldest first. */
export function useToasts(): Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
