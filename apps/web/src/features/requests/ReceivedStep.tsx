import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import type { SubjectRequest } from './model.js';
import classes from './Requests.module.css';
import { Step } from './Step.js';
import { TellDialog } from './TellDialog.js';

/** How it came in, and what the person said. */
export function ReceivedStep({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isTelling, setTelling] = useState(false);
  const { receivedOn, receivedVia, recordedBy, wording, identifier, status, kind } = request;
  const isTold = request.events.some(({ step, code }) => step === 'letter_sent' && code === 'receipt');
  return (
    <Step number={1} title={t('step.received')} state="done" law="">
      <p>
        {t(`asks.${kind}`)} ·{' '}
        {t('received', { date: formatDate(receivedOn), door: t(`door.${receivedVia}`) })}
      </p>
      {wording && <blockquote className={classes.wording}>{wording}</blockquote>}
      {(identifier !== null || recordedBy) && (
        <p className={classes.quiet}>
          {[
            identifier && t('calledThemselves', { identifier }),
            recordedBy && t('recordedBy', { name: recordedBy.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {status !== 'closed' && (
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => setTelling(true)}>
            {t(isTold ? 'tell.note' : 'tell.receipt')}
          </Button>
        </div>
      )}
      {isTelling && (
        <TellDialog request={request} kind={isTold ? 'note' : 'receipt'} onClose={() => setTelling(false)} />
      )}
    </Step>
  );
}
