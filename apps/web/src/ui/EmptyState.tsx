import type { ComponentType, ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  title: string;
  /** The level of its heading: `h1` where it stands for the whole page. */
  heading?: 'h1' | 'h2';
  /** One or two sentences: why it is empty and what to do next. */
  children?: ReactNode;
  /** Buttons for what to do next, the first one filled. */
  actions?: ReactNode;
}

/** What stands where a list would be, and says what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  heading: Heading = 'h2',
  children,
  actions,
}: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {Icon && (
        <span className={classes.icon}>
          <Icon size={20} stroke={1.6} aria-hidden />
        </span>
      )}
      <Heading className={classes.title}>{title}</Heading>
      {children && <p className={classes.text}>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
