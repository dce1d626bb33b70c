import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { today } from '../interactions/local-input.js';
import { AnswerForm } from './AnswerForm.js';
import { ExtendDialog } from './ExtendDialog.js';
import type { SubjectRequest } from './model.js';
import classes from './Requests.module.css';
import { Step } from './Step.js';

/** Answering, or putting the answer off while that is still allowed (GDPR Art. 12(3), (4)). */
export function AnswerStep({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isAnswering, setAnswering] = useState(false);
  const { status, outcome, closedAt, refusalGrounds, passedOnTo, identifiedAt } = request;
  if (status === 'closed')
    return (
      <Step number={5} title={t('step.answer')} state="done" law="">
        <p>
          {t(`outcome.${outcome ?? 'granted'}`)}
          {passedOnTo && `: ${passedOnTo.name}`}
          {closedAt && ` · ${formatDate(closedAt)}`}
        </p>
        {refusalGrounds.map((ground) => (
          <p key={ground} className={classes.quiet}>
            {t(`ground.${ground}`)}
          </p>
        ))}
      </Step>
    );
  return (
    <Step
      number={5}
      title={t('step.answer')}
      state={identifiedAt ? 'now' : 'later'}
      law={t('law.answer', { date: formatDate(request.dueOn) })}
    >
      {!identifiedAt && !isAnswering && <p className={classes.quiet}>{t('answer.without')}</p>}
      {isAnswering ? (
        <AnswerForm request={request} onClose={() => setAnswering(false)} />
      ) : (
        <div className={classes.buttons}>
          <Button variant={identifiedAt ? 'filled' : 'default'} onClick={() => setAnswering(true)}>
            {t('answer.open')}
          </Button>
          <Extend request={request} />
        </div>
      )}
    </Step>
  );
}

/** Once, and only while the first month runs: until it is put off, that month ends on the deadline. */
function Extend({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isOpen, setOpen] = useState(false);
  if (request.extension > 0 || today() > request.dueOn) return null;
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('extend.open')}
      </Button>
      {isOpen && <ExtendDialog request={request} onClose={() => setOpen(false)} />}
    </>
  );
}
