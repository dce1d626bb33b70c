import { Button, Textarea } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actFor } from '../../api/acting.js';
import classes from './Privacy.module.css';

/** Restricted people are seen by a privacy officer who says why; the reason is kept beside every look. */
export function ActFirst() {
  const { t } = useTranslation('privacy');
  const [reason, setReason] = useState('');
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) actFor(reason.trim());
  };
  return (
    <form className={classes.actFirst} onSubmit={begin}>
      <span className={classes.badge}>
        <IconShieldLock size={20} stroke={1.6} aria-hidden />
      </span>
      <h2>{t('acting.title')}</h2>
      <p className={classes.soft}>{t('acting.text')}</p>
      <Textarea
        label={t('acting.reason')}
        description={t('acting.reasonHint')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!reason.trim()}>
        {t('acting.begin')}
      </Button>
    </form>
  );
}
