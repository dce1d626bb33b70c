import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.js';
import { problemText } from '../../../api/problem-text.js';
import { toast } from '../../../ui/index.js';

/** Says in words what went wrong with the account's security; who declined to prove who they are knows it already. */
export function useReport(): (error: unknown) => void {
  const { t } = useTranslation('security');
  const { t: tCommon } = useTranslation();
  const own = {
    second_factor_demanded: t('problem.second_factor_demanded'),
    no_second_factor: t('problem.no_second_factor'),
    passkeys_unavailable: t('problem.passkeys_unavailable'),
    passkey_known: t('problem.passkey_known'),
    too_many_api_tokens: t('problem.too_many_api_tokens'),
  };
  return (error) => {
    if (isProblem(error, 'reauthentication_required')) return;
    toast(problemText(error, tCommon, own), { tone: 'error' });
  };
}
