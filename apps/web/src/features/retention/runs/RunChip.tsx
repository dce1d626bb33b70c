import { IconAlertTriangle, IconCheck, IconClock, IconEye, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/index.js';
import type { RunSummary } from '../model.js';

const looks = {
  queued: { tone: 'plain', icon: IconClock },
  running: { tone: 'info', icon: IconLoader2 },
  complete: { tone: 'accent', icon: IconCheck },
  failed: { tone: 'danger', icon: IconAlertTriangle },
} as const;

/** How a run stands; one that only looked says so. */
export function RunChip({ run }: { run: Pick<RunSummary, 'status' | 'dryRun'> }) {
  const { t } = useTranslation('retention');
  const isLook = run.dryRun && run.status === 'complete';
  const { tone, icon } = isLook ? ({ tone: 'plain', icon: IconEye } as const) : looks[run.status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(isLook ? 'runStatus.tried' : `runStatus.${run.status}`)}
    </Chip>
  );
}
