import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { today } from '../interactions/local-input.js';
import { saidInTwo } from '../people/clock/said.js';
import classes from './Today.module.css';

/** Whom one looks after, and soon no more: in time to say why somebody has to stay. */
export function LeavingSoon({ leaving }: { leaving: NonNullable<Today['leaving']> }) {
  const { t } = useTranslation('clock');
  const { count, days, people } = leaving;
  return (
    <section aria-labelledby="leaving" className={classes.recent}>
      <h2 id="leaving">{t('leaving.title')}</h2>
      <p className={classes.lead}>{t('leaving.lead', { count, days })}</p>
      <ul>
        {people.map(({ id, name, company, dueOn, reason }) => (
          <li key={id} className={classes.person}>
            <div className={classes.content}>
              <Link to="/people/$id" params={{ id }} className={classes.name}>
                {name}
              </Link>
              {company && <p className={classes.role}>{company.name}</p>}
              <p className={classes.role}>{saidInTwo(reason)[1]}</p>
            </div>
            <time className={classes.ago} dateTime={dueOn} title={reason}>
              {dueOn <= today() ? t('leaving.nextRun') : formatDate(dueOn)}
            </time>
          </li>
        ))}
      </ul>
      <Link to="/privacy/clocks" search={{ ownerId: 'me' }} className={classes.all}>
        {t('leaving.all')}
      </Link>
    </section>
  );
}
