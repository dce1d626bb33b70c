import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/model.js';
import classes from './Imports.module.css';

/** How far the check or the run is. */
export function Working({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const kind = current.status === 'running' ? 'run' : 'check';
  const total = kind === 'run' ? (current.summary?.new ?? current.rowCount) : current.rowCount;
  const share = total > 0 ? Math.min(100, (current.processed / total) * 100) : 0;
  return (
    <section className={classes.working} aria-label={t(`${kind}.working`)}>
      <h2>{t(`${kind}.working`)}</h2>
      <Progress value={share} size="md" transitionDuration={150} aria-label={t(`${kind}.working`)} />
      <p role="status" className={classes.count}>
        {t('progress', { done: current.processed, count: total })}
      </p>
      <p className={classes.quiet}>{t(`${kind}.workingHint`)}</p>
    </section>
  );
}
