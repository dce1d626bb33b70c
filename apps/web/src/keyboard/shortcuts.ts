import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `/`, `n`, `g p` (one after the other), `mod+k` (⌘ or Ctrl; also while typing). */
  keys: string;
  /** What it does, for the sheet that `?` opens. */
  label: string;
  run: () => void;
  /** True for those that the frame owns; pages leave it out. */
  everywhere?: boolean;
}

let active: Shortcut[][] = [];
let flat: Shortcut[] = [];
const listeners = new Set<() => void>();
const storageKey = 'seloste.shortcuts';
const sequencePause = 900;
let pending = { key: '', at: 0 };

function change(next: Shortcut[][]): void {
  active = next;
  flat = next.flat();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Single keys can be switched off, for people whose speech or device types letters (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Switches single-key shortcuts on or off on this device. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

/** Whether single keys are on, kept current. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

/** Every shortcut that works now. */
export function useActiveShortcuts(): Shortcut[] {
  return useSyncExternalStore(subscribe, () => flat);
}

/** The shortcuts of a component while it is on screen; later ones win over earlier ones. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const signature = shortcuts.map((shortcut) => `${shortcut.keys}:${shortcut.label}`).join('|');
  useEffect(() => {
    const mine = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }));
    change([...active, mine]);
    return () => change(active.filter((others) => others !== mine));
  }, [signature]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}

/** Finds what the key means now; remembers the first key of a sequence. */
function match(event: KeyboardEvent): Shortcut | undefined {
  if (event.altKey) return undefined;
  if (event.metaKey || event.ctrlKey) {
    return flat.findLast((shortcut) => shortcut.keys === `mod+${event.key.toLowerCase()}`);
  }
  if (!areSingleKeysOn() || isTyping(event.target) || isDialogOpen()) return undefined;
  const now = Date.now();
  const sequence = now - pending.at < sequencePause ? `${pending.key} ${event.key}` : '';
  pending = { key: event.key, at: now };
  return (
    flat.findLast((shortcut) => shortcut.keys === sequence) ??
    flat.findLast((shortcut) => shortcut.keys === event.key)
  );
}

/** Starts listening; called once. */
export function startShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const shortcut = match(event);
    if (!shortcut) return;
    event.preventDefault();
    pending = { key: '', at: 0 };
    shortcut.run();
  });
}
