import type { ReactNode } from 'react';
import classes from './Fact.module.css';

/** A group of facts under a quiet heading. */
export function Facts({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.facts} aria-label={title}>
      {title && (
        <div className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** One fact: its name at the left, its value (usually an inline edit) at the right. */
export function Fact({ label, children, stacked }: { label: string; children: ReactNode; stacked?: boolean }) {
  return (
    <div className={classes.fact} data-stacked={stacked || undefined}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>{children}</div>
    </div>
  );
}
