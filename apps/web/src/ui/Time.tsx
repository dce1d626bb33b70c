import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatRelative } from '../i18n/format.js';

interface TimeProps {
  /** An instant or `YYYY-MM-DD`; null shows a dash. */
  value: string | null;
}

/** "3 days ago" with the exact time on hover; kept right while it is on screen. */
export function RelativeTime({ value }: TimeProps) {
  const { t } = useTranslation();
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (!value) return <span>{t('state.empty')}</span>;
  return (
    <time dateTime={value} title={value.length > 10 ? formatDateTime(value) : formatDate(value)}>
      {formatRelative(value)}
    </time>
  );
}
