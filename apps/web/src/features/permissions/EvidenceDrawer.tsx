import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, Decision } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { Evidence } from './Evidence.js';
import { EvidenceHistory } from './EvidenceHistory.js';
import { SideSheet } from './SideSheet.js';
import { StateWord } from './StateWord.js';
import { TryAgain } from './TryAgain.js';
import { usePurposes } from './use-purposes.js';
import classes from './Permissions.module.css';

interface Props {
  person: Contact;
  decision: Decision;
  onRecord: (what: 'objection' | 'consent') => void;
  onClose: () => void;
}

/** Why it is permitted or not: the sentence, the law, the entry it rests on, and what else is on record. */
export function EvidenceDrawer({ person, decision, onRecord, onClose }: Props) {
  const { t } = useTranslation('permissions');
  const { nameOf } = usePurposes();
  const may = useMay();
  const isProfiling = decision.purpose.startsWith('profiling');
  const title = isProfiling
    ? nameOf(decision.purpose)
    : t('evidence.title', {
        channel: t(`channel.${decision.channel}`),
        purpose: nameOf(decision.purpose).toLocaleLowerCase(),
      });
  const mayRead = may('contacts.read_privacy');
  return (
    <SideSheet title={title} onClose={onClose}>
      <div className={classes.sheet}>
        <div className={classes.answer}>
          <StateWord decision={decision} />
          <p>{decision.sentence}</p>
          {decision.code === 'undeliverable' && <TryAgain person={person} onDone={onClose} />}
        </div>
        <dl className={classes.facts}>
          <div>
            <dt>{t('evidence.law')}</dt>
            <dd>{decision.law}</dd>
          </div>
          {decision.since && (
            <div>
              <dt>{t('evidence.since')}</dt>
              <dd>{formatDate(decision.since)}</dd>
            </div>
          )}
          {decision.obligations.length > 0 && (
            <div>
              <dt>{t('evidence.with')}</dt>
              <dd>{decision.obligations.map((what) => t(`evidence.obligation.${what}`)).join('; ')}</dd>
            </div>
          )}
        </dl>
        {mayRead ? (
          <>
            <div className={classes.block}>
              <h3>{t('evidence.rests')}</h3>
              <Evidence person={person} decision={decision} />
            </div>
            <EvidenceHistory personId={person.id} />
          </>
        ) : (
          <p className={classes.quiet}>{t('evidence.withheld')}</p>
        )}
        {!person.restricted && (
          <div className={classes.buttons}>
            {may('objections.create') && (
              <Button variant="default" onClick={() => onRecord('objection')}>
                {t('record.objection')}
              </Button>
            )}
            {may('consents.create') && (
              <Button variant="default" onClick={() => onRecord('consent')}>
                {t('record.consent')}
              </Button>
            )}
          </div>
        )}
      </div>
    </SideSheet>
  );
}
