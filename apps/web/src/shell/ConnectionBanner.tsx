import { IconCloudOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onReachability } from '../api/client.js';
import { toast } from '../ui/toasts.js';
import classes from './ConnectionBanner.module.css';

const retryEvery = 5_000;

/** A quiet line while the server cannot be reached; asks again by itself, at once when the device is online, and says when it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell');
  const [isLost, setLost] = useState(false);
  const client = useQueryClient();

  useEffect(() => onReachability((reachable) => setLost(!reachable)), []);
  useEffect(() => {
    const lose = () => setLost(true);
    window.addEventListener('offline', lose);
    return () => window.removeEventListener('offline', lose);
  }, []);
  useEffect(() => {
    if (!isLost) return;
    let isOver = false;
    const onOnline = () => void knock();
    const timer = setInterval(onOnline, retryEvery);
    window.addEventListener('online', onOnline);
    async function knock(): Promise<void> {
      const answer = await fetch('/health/live').catch(() => null);
      if (!answer?.ok || isOver) return;
      isOver = true;
      setLost(false);
      toast(t('online'));
      await client.invalidateQueries();
    }
    return () => {
      isOver = true;
      clearInterval(timer);
      window.removeEventListener('online', onOnline);
    };
  }, [isLost, client, t]);

  return (
    <div role="status">
      {isLost && (
        <p className={classes.banner}>
          <IconCloudOff size={16} stroke={1.7} aria-hidden />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
