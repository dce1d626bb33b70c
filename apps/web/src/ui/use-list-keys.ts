import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keyboard/shortcuts.js';

/** j and k (or the arrows, once a row has the focus) move the focus along the rows of a list. */
export function useListKeys(
  box: RefObject<HTMLElement | null>,
  count: number,
  scrollTo: (index: number) => void,
): void {
  const { t } = useTranslation('shell');
  const active = useRef(-1);

  function move(step: number): void {
    const focused = box.current?.contains(document.activeElement)
      ? Number((document.activeElement as HTMLElement).dataset.rowLink ?? active.current)
      : active.current;
    const index = Math.min(Math.max(focused + step, 0), count - 1);
    if (index < 0) return;
    active.current = index;
    scrollTo(index);
    // A row that was off the screen is there only after the next frame; one that is there takes Enter at once.
    if (!focusRow(index)) requestAnimationFrame(() => focusRow(index));
  }

  function focusRow(index: number): boolean {
    const link = box.current?.querySelector<HTMLElement>(`[data-row-link="${index}"]`);
    link?.focus({ preventScroll: true });
    return link !== undefined && link !== null;
  }

  useShortcuts([
    { keys: 'j', label: t('keys.nextRow'), run: () => move(1) },
    { keys: 'k', label: t('keys.previousRow'), run: () => move(-1) },
  ]);
}
