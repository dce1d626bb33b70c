import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/model.js';
import { WorkProgress } from '../../ui/index.js';
import classes from './Imports.module.css';

/** How far the check or the run is. */
export function Working({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const kind = current.status === 'running' ? 'run' : 'check';
  const total = kind === 'run' ? (current.summary?.new ?? current.rowCount) : current.rowCount;
  return (
    <section className={classes.working} aria-label={t(`${kind}.working`)}>
      <h2>{t(`${kind}.working`)}</h2>
      <WorkProgress label={t(`${kind}.working`)} done={current.processed} of={total}>
        {t('progress', { done: current.processed, count: total })}
      </WorkProgress>
      <p className={classes.quiet}>{t(`${kind}.workingHint`)}</p>
    </section>
  );
}
