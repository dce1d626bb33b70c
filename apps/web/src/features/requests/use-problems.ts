import { useTranslation } from 'react-i18next';

/** Why something cannot be done with a request just now, in words. */
export function useRequestProblems(): Record<string, string> {
  const { t } = useTranslation('requests');
  return {
    request_closed: t('problem.request_closed'),
    not_identified: t('problem.not_identified'),
    too_late_to_extend: t('problem.too_late_to_extend'),
    extended_already: t('problem.extended_already'),
    code_refused: t('problem.code_refused'),
    stale_version: t('problem.stale_version'),
    not_found: t('problem.not_found'),
  };
}
