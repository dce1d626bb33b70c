import { type ReactNode, useId } from 'react';
import classes from './Breaches.module.css';

interface Props {
  title: string;
  /** What the law asks here, in plain words. */
  law: string;
  children: ReactNode;
}

/** A part of the work on a breach. */
export function Part({ title, law, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.part}>
      <div className={classes.partHead}>
        <h3 id={id}>{title}</h3>
        <p>{law}</p>
      </div>
      <div className={classes.partBody}>{children}</div>
    </section>
  );
}
