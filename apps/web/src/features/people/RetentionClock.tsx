import { IconClockHour4, IconHourglassEmpty, IconHourglassHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Retention } from '../../api/model.js';
import { formatDate, formatRelative } from '../../i18n/format.js';
import classes from './Promise.module.css';

/** Until when the data is held and why, in words; an open-ended ground shows when it is looked at next. */
export function RetentionClock({ retention }: { retention: Retention | null }) {
  const { t } = useTranslation('people');
  const { dueOn, reviewOn } = retention ?? {};
  const isOver = !!dueOn && new Date(`${dueOn}T23:59:59`) < new Date();
  const Icon = isOver ? IconHourglassEmpty : dueOn ? IconHourglassHigh : IconClockHour4;
  return (
    <div className={classes.part}>
      <h3 className={classes.question}>{t('promise.until')}</h3>
      {retention && (dueOn || reviewOn) ? (
        <>
          <p className={classes.clock} data-over={isOver || undefined}>
            <Icon size={17} stroke={1.7} aria-hidden />
            <span>
              {dueOn
                ? t(isOver ? 'promise.overdue' : 'promise.dueOn', { date: formatDate(dueOn) })
                : t('promise.reviewOn', { date: formatDate(reviewOn ?? '') })}
            </span>
          </p>
          <p className={classes.quiet}>{formatRelative(dueOn ?? reviewOn ?? '')}</p>
          <p className={classes.reason}>{retention.reason}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t('promise.noClock')}</p>
      )}
    </div>
  );
}
