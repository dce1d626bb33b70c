import type { ComponentType, ReactNode } from 'react';
import classes from './Fact.module.css';

/** A group of facts under a quiet heading. */
export function Facts({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
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

interface FactProps {
  label: string;
  /** Stands for the label where the value says what it is: an address, a number. */
  icon?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  children: ReactNode;
}

/** One fact: its name at the left, its value (usually an inline edit) at the right. */
export function Fact({ label, icon: Icon, children }: FactProps) {
  return (
    <div className={classes.fact} data-icon={Icon ? true : undefined}>
      <span className={classes.label} title={Icon && label}>
        {Icon ? (
          <>
            <Icon size={16} stroke={1.6} aria-hidden />
            <span className="s-visually-hidden">{label}</span>
          </>
        ) : (
          label
        )}
      </span>
      <div className={classes.value}>{children}</div>
    </div>
  );
}

/** A fact that is not edited here: it stands in line with those that are. */
export function FactText({ children }: { children: ReactNode }) {
  return <div className={classes.text}>{children}</div>;
}
