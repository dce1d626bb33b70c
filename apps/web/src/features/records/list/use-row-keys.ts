import { useEffect, useRef, type RefObject } from 'react';
import { isTyping } from '../is-typing.js';

/** j and k (or the arrows, once a row has the focus) walk over the rows' first links; Enter then opens as links do. */
export function useRowKeys(
  scroll: RefObject<HTMLElement | null>,
  count: number,
  reveal: (index: number) => void,
): void {
  const latest = useRef({ count, reveal });
  latest.current = { count, reveal };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event)) return;
      const row = document.activeElement?.closest<HTMLElement>('[data-row]');
      const inside = row && scroll.current?.contains(row) ? Number(row.dataset['row']) : null;
      const down = event.key === 'j' || (inside !== null && event.key === 'ArrowDown');
      const up = event.key === 'k' || (inside !== null && event.key === 'ArrowUp');
      if ((!down && !up) || latest.current.count === 0) return;
      event.preventDefault();
      const wanted = inside === null ? 0 : inside + (down ? 1 : -1);
      const index = Math.min(Math.max(wanted, 0), latest.current.count - 1);
      latest.current.reveal(index);
      focusRow(scroll.current, index);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [scroll]);
}

/** A row that has just been scrolled to is drawn in the next frames: look for it a few times. */
function focusRow(container: HTMLElement | null, index: number, attempts = 5): void {
  const link = container?.querySelector<HTMLElement>(`[data-row="${index}"] a, [data-row="${index}"] button`);
  if (link) link.focus({ preventScroll: true });
  else if (attempts > 0) requestAnimationFrame(() => focusRow(container, index, attempts - 1));
}
