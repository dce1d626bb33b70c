import { ActionIcon, Button } from '@mantine/core';
import { IconMail, IconNote, IconPhone, IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import type { InteractionType } from '../../api/model.js';

interface Props {
  phone: string | null | undefined;
  email: string | null | undefined;
  onLog: (type: InteractionType) => void;
}

/** The phone's action bar: logging a call is the widest, then a note, calling and mailing. */
export function RecordActions({ phone, email, onLog }: Props) {
  const { t } = useTranslation('records');
  const mayLog = useMay()('interactions.create');
  const icon = { variant: 'default', size: 44 } as const;
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
        <ActionIcon {...icon} aria-label={t('action.note')} onClick={() => onLog('note')}>
          <IconNote size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      {phone && (
        <ActionIcon {...icon} component="a" href={`tel:${phone}`} aria-label={t('action.call')}>
          <IconPhone size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      {email && (
        <ActionIcon {...icon} component="a" href={`mailto:${email}`} aria-label={t('action.mail')}>
          <IconMail size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
