import type { ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title.js';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** The count or a short line beside the title. */
  aside?: ReactNode;
  /** Buttons, most important last. */
  actions?: ReactNode;
  /** A row under the title: tabs or filters. */
  children?: ReactNode;
}

/** The head of a page; also sets the document's title. One per page. */
export function PageHeader({ title, aside, actions, children }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <h1 className={classes.title}>{title}</h1>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
