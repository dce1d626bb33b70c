import { Button } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from './RecordLayout.js';
import classes from './RecordHead.module.css';

/** Call and mail, under a record's name; on a phone they are in the action bar. */
export function RecordLinks({
  phone,
  email,
}: {
  phone: string | null | undefined;
  email: string | null | undefined;
}) {
  const { t } = useTranslation('records');
  if (useIsPhone() || !(phone || email)) return null;
  return (
    <div className={classes.actions}>
      {phone && (
        <Button
          component="a"
          href={`tel:${phone}`}
          variant="default"
          size="compact-md"
          leftSection={<IconPhone size={15} stroke={1.7} aria-hidden />}
        >
          {t('action.call')}
        </Button>
      )}
      {email && (
        <Button
          component="a"
          href={`mailto:${email}`}
          variant="default"
          size="compact-md"
          leftSection={<IconMail size={15} stroke={1.7} aria-hidden />}
        >
          {t('action.mail')}
        </Button>
      )}
    </div>
  );
}
