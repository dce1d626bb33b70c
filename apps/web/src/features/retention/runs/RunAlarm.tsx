import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format.js';
import { purgeStatusQuery } from '../queries.js';
import classes from './Runs.module.css';

/** That the purge broke off, or did not happen: above everything that is about privacy, until one was done again. */
export function RunAlarm() {
  const { t } = useTranslation('retention');
  const alarm = useQuery(purgeStatusQuery).data?.alarm;
  if (!alarm) return null;
  return (
    <div className={`${classes.alarm} ${classes.above}`} role="alert">
      <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
      <div>
        <p className={classes.alarmTitle}>{t(`alarm.${alarm.code}`)}</p>
        <p>{t(`alarm.${alarm.code}Text`, { at: formatDateTime(alarm.since) })}</p>
        <Link to="/privacy/runs">{t('alarm.runs')}</Link>
      </div>
    </div>
  );
}
