import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './WorkProgress.module.css';

interface Props {
  /** Names the bar for screen readers. */
  label: string;
  done: number;
  of: number;
  /** How far it is, in words; read out as it changes. */
  children: ReactNode;
}

/** How far something is that goes on by itself. */
export function WorkProgress({ label, done, of, children }: Props) {
  return (
    <div className={classes.progress}>
      <Progress
        value={of > 0 ? Math.min(100, (done / of) * 100) : 0}
        size="md"
        transitionDuration={150}
        aria-label={label}
      />
      <p role="status">{children}</p>
    </div>
  );
}
