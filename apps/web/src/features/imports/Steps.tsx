import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

const steps = ['columns', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

/** How far the import is. */
export function Steps({ current }: { current: Step }) {
  const { t } = useTranslation('imports');
  const now = steps.indexOf(current);
  return (
    <ol aria-label={t('step.label')} className={classes.steps}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < now ? 'done' : index === now ? 'now' : 'later'}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {index < now ? <IconCheck size={12} stroke={2.5} /> : index + 1}
          </span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
