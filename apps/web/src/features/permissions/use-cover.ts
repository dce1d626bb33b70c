import { useTranslation } from 'react-i18next';
import type { AnyChannel } from './model.js';
import { usePurposes } from './use-purposes.js';

/** What an objection or a consent covers, in words: "phone, newsletter". */
export function useCover(): (what: { channel: AnyChannel; purpose: string }) => string {
  const { t } = useTranslation('permissions');
  const { nameOf } = usePurposes();
  return ({ channel, purpose }) =>
    t('evidence.covers', {
      channel: t(`channel.${channel}`),
      purpose: (purpose === 'all' ? t('everything') : nameOf(purpose)).toLocaleLowerCase(),
    });
}
