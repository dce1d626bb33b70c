import { ActionIcon, Button } from '@mantine/core';
import { IconNote, IconPhoneOutgoing } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import type { InteractionType } from '../../api/model.js';

interface Props {
  onLog: (type: InteractionType) => void;
  /** The ways to reach whom the record is of. */
  children: ReactNode;
}

/** The phone's action bar: logging a call is the widest, then a note, calling and mailing. */
export function RecordActions({ onLog, children }: Props) {
  const { t } = useTranslation('records');
  const mayLog = useMay()('interactions.create');
  return (
    <>
      {mayLog && (
        <Button
          flex={1}
          leftSection={<IconPhoneOutgoing size={18} aria-hidden />}
          onClick={() => onLog('call')}
        >
          {t('action.logCall')}
        </Button>
      )}
      {mayLog && (
        <ActionIcon variant="default" size={44} aria-label={t('action.note')} onClick={() => onLog('note')}>
          <IconNote size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      {children}
    </>
  );
}
