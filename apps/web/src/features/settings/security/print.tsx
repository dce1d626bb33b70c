import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './Print.module.css';

/** Prints a sheet of its own instead of the page. @returns what prints, and the sheet to be rendered */
export function usePrint(content: ReactNode): { print: () => void; sheet: ReactNode } {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const done = () => setPrinting(false);
    addEventListener('afterprint', done, { once: true });
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [isPrinting]);
  const sheet = isPrinting && createPortal(<div className={classes.sheet}>{content}</div>, document.body);
  return { print: () => setPrinting(true), sheet };
}
