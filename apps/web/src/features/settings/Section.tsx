import { type ReactNode, useId } from 'react';
import classes from './Settings.module.css';

interface SectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One subject of a settings page: what it is at the left, its fields beside it. */
export function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.about}>
        <h2 id={id}>{title}</h2>
        {hint && <p>{hint}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
