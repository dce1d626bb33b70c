import { useTranslation } from 'react-i18next';

/** Why something cannot be done with a breach just now, in words. */
export function useBreachProblems(): Record<string, string> {
  const { t } = useTranslation('breaches');
  return {
    breach_closed: t('problem.breach_closed'),
    not_told_yet: t('problem.not_told_yet'),
    stale_version: t('problem.stale_version'),
  };
}
