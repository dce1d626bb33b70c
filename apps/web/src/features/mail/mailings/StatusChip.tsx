import { IconBan, IconCheck, IconClock, IconPencil, IconPlayerPause, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { Chip } from '../../../ui/index.js';

const looks = {
  draft: { icon: IconPencil, tone: 'plain' },
  scheduled: { icon: IconClock, tone: 'info' },
  sending: { icon: IconSend, tone: 'info' },
  paused: { icon: IconPlayerPause, tone: 'warn' },
  done: { icon: IconCheck, tone: 'accent' },
  cancelled: { icon: IconBan, tone: 'plain' },
} as const;

/** Where a mailing stands. */
export function StatusChip({ status }: { status: Mailing['status'] }) {
  const { t } = useTranslation('mail');
  const { icon, tone } = looks[status];
  return (
    <Chip icon={icon} tone={tone}>
      {t(`status.${status}`)}
    </Chip>
  );
}
