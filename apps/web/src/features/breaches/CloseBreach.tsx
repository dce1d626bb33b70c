import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { toast } from '../../ui/index.js';
import { ActDialog } from '../settings/ActDialog.js';
import classes from './Breaches.module.css';
import type { Breach } from './model.js';
import { Part } from './Part.js';
import { useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

/** Everybody who has to be told was told, or it is on record why not. */
export function CloseBreach({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const [isAsking, setAsking] = useState(false);
  const { close } = useBreachActs(breach);
  const problems = useBreachProblems();
  const lacks = lackOf(breach);
  return (
    <Part title={t('close.title')} law={t('law.close')}>
      {breach.closedAt ? (
        <p>{t('close.closed', { date: formatDate(breach.closedAt) })}</p>
      ) : (
        <>
          {lacks && <p className={classes.soft}>{t(`close.lacks.${lacks}`)}</p>}
          <div className={classes.buttons}>
            <Button variant="default" disabled={lacks !== null} onClick={() => setAsking(true)}>
              {t('close.open')}
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <ActDialog
          title={t('close.open')}
          submitLabel={t('close.submit')}
          act={() => close.mutateAsync()}
          problems={problems}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            toast(t('close.done'));
          }}
        >
          <p className={classes.soft}>{t('close.lead')}</p>
        </ActDialog>
      )}
    </Part>
  );
}

/** What is still to be done before it can be closed. */
function lackOf({ risk, authorityNotifiedAt, silence, affected, told }: Breach) {
  if (risk === null) return 'risk';
  if (risk !== 'none' && authorityNotifiedAt === null) return 'authority';
  if (risk === 'high' && silence === null && told < affected) return 'people';
  return null;
}
