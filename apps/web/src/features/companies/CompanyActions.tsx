import { ActionIcon } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';

/** Calling and mailing a company's own number and address, in a phone's action bar. */
export function CompanyActions({ company: { phone, email } }: { company: Company }) {
  const { t } = useTranslation('records');
  const icon = { variant: 'default', size: 44, component: 'a' } as const;
  return (
    <>
      {phone && (
        <ActionIcon {...icon} href={`tel:${phone}`} aria-label={t('action.call')}>
          <IconPhone size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      {email && (
        <ActionIcon {...icon} href={`mailto:${email}`} aria-label={t('action.mail')}>
          <IconMail size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
