import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../api/model.js';
import { today } from '../../interactions/local-input.js';
import classes from './Clock.module.css';

/** What of the data goes while the rest stays: what, when and why. What is past goes with the next purge. */
export function EarlierParts({ retention }: { retention: NonNullable<Contact['retention']> }) {
  const { t } = useTranslation('clock');
  const { parts } = retention;
  if (parts.length === 0) return null;
  return (
    <ul className={classes.parts} aria-label={t('parts.label')}>
      {parts.map(({ dueOn, reason }) => (
        <li key={reason} className={classes.earlier}>
          <IconEraser size={15} stroke={1.7} aria-hidden />
          <div>
            <p>{reason}</p>
            <p className={classes.why}>{t(dueOn < today() ? 'parts.over' : 'parts.rest')}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
