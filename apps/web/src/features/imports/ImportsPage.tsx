import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/model.js';
import { formatDateTime } from '../../i18n/format.js';
import { Chip, PageHeader, type Tone } from '../../ui/index.js';
import { DropZone } from './DropZone.js';
import { importListQuery } from './queries.js';
import classes from './Imports.module.css';

const tones: Record<Import['status'], Tone> = {
  mapping: 'warn',
  checking: 'info',
  checked: 'warn',
  running: 'info',
  finished: 'accent',
  failed: 'danger',
};

/** Where a list comes in, and the lists that came before. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const { data } = useQuery(importListQuery);
  const imports = data?.items ?? [];
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.page}>
        <p className={classes.lead}>{t('lead')}</p>
        <DropZone />
        {imports.length > 0 && (
          <section aria-label={t('earlier')}>
            <h2 className={classes.sectionTitle}>{t('earlier')}</h2>
            <ul className={classes.earlier}>
              {imports.map((one) => (
                <li key={one.id}>
                  <Link to="/import/$id" params={{ id: one.id }} className={classes.earlierLink}>
                    <span className={classes.fileName}>{one.fileName}</span>
                    <span className={classes.quiet}>{t('rows', { count: one.rowCount })}</span>
                    <span className={classes.quiet}>
                      {[one.createdBy?.name, formatDateTime(one.createdAt)].filter(Boolean).join(', ')}
                    </span>
                    <Chip tone={tones[one.status]}>{t(`status.${one.status}`)}</Chip>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
