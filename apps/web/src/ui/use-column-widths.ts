import { type KeyboardEvent, type PointerEvent, useState } from 'react';

type Widths = Partial<Record<string, number>>;
const narrowest = 64;
const widest = 800;

function read(key: string): Widths {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Widths;
  } catch {
    return {};
  }
}

/** Column widths (px, by column key) that somebody has chosen on this device for the list of this name. */
export function useColumnWidths(list: string) {
  const key = `seloste.columns.${list}`;
  const [widths, setWidths] = useState(() => read(key));
  function set(column: string, width: number | undefined): void {
    const wanted = width === undefined ? undefined : Math.round(Math.min(Math.max(width, narrowest), widest));
    const next = { ...widths, [column]: wanted };
    setWidths(next);
    localStorage.setItem(key, JSON.stringify(next));
  }
  return { widths, set };
}

/** Props of the handle at a heading's right edge: dragging and the arrow keys change the width, a double click lets it go. */
export function resizeHandle(column: string, set: (column: string, width: number | undefined) => void) {
  const cellOf = (handle: Element) => handle.parentElement as HTMLElement;
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      const handle = event.currentTarget;
      const start = cellOf(handle).offsetWidth - event.clientX;
      handle.setPointerCapture(event.pointerId);
      const move = (at: globalThis.PointerEvent) => set(column, start + at.clientX);
      handle.addEventListener('pointermove', move);
      handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
        once: true,
      });
    },
    onDoubleClick: () => set(column, undefined),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
      if (step === 0) return;
      event.preventDefault();
      set(column, cellOf(event.currentTarget).offsetWidth + step);
    },
  };
}
