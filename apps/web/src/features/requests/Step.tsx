import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Requests.module.css';

export type StepState = 'done' | 'now' | 'later';

interface Props {
  number: number;
  title: string;
  state: StepState;
  /** What the law asks at this step, in plain words; shown while it is to be done. */
  law: string;
  children?: ReactNode;
}

/** A step on the way of a request: what is done, what is to be done now and what the law asks of it, what waits. */
export function Step({ number, title, state, law, children }: Props) {
  const { t } = useTranslation('requests');
  const id = useId();
  return (
    <li className={classes.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={classes.number} aria-hidden>
        {state === 'done' ? <IconCheck size={13} stroke={2.4} /> : number}
      </span>
      <section aria-labelledby={id} className={classes.stepBody}>
        <h3 id={id}>
          {title}
          <span className={classes.stateWord}>{t(`state.${state}`)}</span>
        </h3>
        {state === 'now' && <p className={classes.law}>{law}</p>}
        {children}
      </section>
    </li>
  );
}
