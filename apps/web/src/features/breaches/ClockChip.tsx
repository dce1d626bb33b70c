import { IconAlertTriangle, IconCheck, IconClockHour4, IconHourglassLow } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../ui/index.js';
import { hoursLeft } from './hours-left.js';
import type { BreachListItem, BreachUrgency } from './model.js';

const looks: Record<BreachUrgency, { icon: typeof IconCheck; tone: Tone }> = {
  open: { icon: IconClockHour4, tone: 'info' },
  last_day: { icon: IconHourglassLow, tone: 'warn' },
  late: { icon: IconAlertTriangle, tone: 'danger' },
  done: { icon: IconCheck, tone: 'accent' },
};

/** The 72 hours to the notice to the authority (GDPR Art. 33(1)), kept right while they are on screen. */
export function ClockChip({ breach }: { breach: BreachListItem }) {
  const { t } = useTranslation('breaches');
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
  const { hours, isOver } = hoursLeft(breach.notifyBefore, new Date());
  const words =
    breach.urgency === 'done'
      ? t(breach.authorityNotifiedAt ? 'clock.notified' : 'clock.noNeed')
      : t(isOver ? 'clock.late' : 'clock.left', { count: hours });
  const look = looks[breach.urgency !== 'done' && isOver ? 'late' : breach.urgency];
  return <Chip {...look}>{words}</Chip>;
}
