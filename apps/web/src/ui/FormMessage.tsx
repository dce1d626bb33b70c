import { IconAlertCircle } from '@tabler/icons-react';
import classes from './FormMessage.module.css';

/** What went wrong with a form as a whole; read out when it appears. */
export function FormMessage({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children && (
        <p className={classes.message}>
          <IconAlertCircle size={16} aria-hidden />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
