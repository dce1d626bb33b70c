import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { toast } from '../../../ui/index.js';

/** What the API refuses about users and their roles, in words. */
export function useUserProblems() {
  const { t } = useTranslation('users');
  return {
    last_admin: t('problem.lastAdmin'),
    role_held: t('problem.roleHeld'),
    user_inactive: t('problem.userInactive'),
  };
}

/** Says in the corner why something was refused. */
export function useProblemToast(): (error: unknown) => void {
  const { t } = useTranslation();
  const problems = useUserProblems();
  return (error) => void toast(problemText(error, t, problems), { tone: 'error' });
}
