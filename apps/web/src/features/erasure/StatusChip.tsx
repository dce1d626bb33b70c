import {
  IconAlertTriangle,
  IconCheck,
  IconClockHour4,
  IconHelpCircle,
  IconLock,
  IconProgress,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../ui/index.js';
import type { ErasureStatus } from './queries.js';

const looks: Record<ErasureStatus, { icon: typeof IconCheck; tone: Tone }> = {
  planned: { icon: IconProgress, tone: 'plain' },
  in_grace: { icon: IconClockHour4, tone: 'info' },
  executing: { icon: IconProgress, tone: 'info' },
  waiting_for_decisions: { icon: IconHelpCircle, tone: 'warn' },
  held: { icon: IconLock, tone: 'info' },
  complete: { icon: IconCheck, tone: 'accent' },
  incomplete: { icon: IconAlertTriangle, tone: 'danger' },
  failed: { icon: IconAlertTriangle, tone: 'danger' },
};

/** How far an erasure has come. */
export function StatusChip({ status }: { status: ErasureStatus }) {
  const { t } = useTranslation('erasure');
  const { icon, tone } = looks[status];
  return (
    <Chip icon={icon} tone={tone}>
      {t(`status.${status}`)}
    </Chip>
  );
}
