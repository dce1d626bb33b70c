import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actFor, useActing } from '../../api/acting.js';
import classes from './Privacy.module.css';

/** As long as somebody acts as privacy officer, every page says so, and why. */
export function ActingBanner() {
  const { t } = useTranslation('privacy');
  const reason = useActing();
  const client = useQueryClient();
  if (reason === null) return null;
  const stop = () => {
    actFor(null);
    void client.resetQueries();
  };
  return (
    <div role="status" className={classes.banner}>
      <IconShieldLock size={16} stroke={1.7} aria-hidden />
      <span>{t('acting.now', { reason })}</span>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={stop}>
        {t('acting.stop')}
      </Button>
    </div>
  );
}
