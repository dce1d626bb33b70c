import { useTranslation } from 'react-i18next';
import { looks, stateOf } from './looks.js';
import type { Decision } from '../../api/model.js';
import classes from './Permissions.module.css';

/** Yes, or which kind of no: an icon, a word and a tone. */
export function StateWord({ decision }: { decision: Pick<Decision, 'allowed' | 'code'> }) {
  const { t } = useTranslation('permissions');
  const state = stateOf(decision);
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={classes.word} data-tone={tone}>
      <Icon size={13} stroke={2} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
