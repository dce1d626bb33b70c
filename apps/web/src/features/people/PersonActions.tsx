import { ActionIcon, Button } from '@mantine/core';
import { IconMail, IconNote, IconPhone, IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact, InteractionType } from '../../api/model.js';

/** The phone's action bar: logging a call is the widest, then a note, calling and mailing. */
export function PersonActions({ person, onLog }: { person: Contact; onLog: (type: InteractionType) => void }) {
  const { t } = useTranslation('people');
  const email = person.emails[0];
  const phone = person.phones[0];
  const icon = { variant: 'default', size: 44 } as const;
  return (
    <>
      <Button flex={1} leftSection={<IconPhoneOutgoing size={18} aria-hidden />} onClick={() => onLog('call')}>
        {t('action.logCall')}
      </Button>
      <ActionIcon {...icon} aria-label={t('action.note')} onClick={() => onLog('note')}>
        <IconNote size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
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
