import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** For a row of tabs that scrolls where it is narrow: brings the open one into its middle. @returns the row's ref. */
export function useOpenTabInSight(): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = row.current?.querySelector('[aria-current]');
    if (!row.current || !open || row.current.scrollWidth <= row.current.clientWidth) return;
    const { left, width } = open.getBoundingClientRect();
    const middle = row.current.getBoundingClientRect().left + row.current.clientWidth / 2;
    row.current.scrollLeft += left + width / 2 - middle;
  }, [pathname]);
  return row;
}
