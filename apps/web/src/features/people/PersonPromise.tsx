import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { SequencesSection } from '../mail/sequences/SequencesSection.js';
import { MayWe } from '../permissions/MayWe.js';
import { WhoHasSeen } from '../privacy/WhoHasSeen.js';
import { Withheld } from '../records/Withheld.js';
import { BasesSection } from './BasesSection.js';
import { SourcesSection } from './SourcesSection.js';
import { UntilWhen } from './clock/UntilWhen.js';
import classes from './Promise.module.css';

/** What we have promised this person: until when we hold the data, on what grounds, where we got it. Nothing here is assumed. */
export function PersonPromise({ person }: { person: Contact }) {
  const { t } = useTranslation(['people', 'privacy']);
  const mayAsk = useMay()('contacts.read_privacy') && !person.withheld.includes('privacy');
  return (
    <section aria-label={t('promise.title')} className={classes.promise}>
      <h2 className={classes.title}>{t('promise.title')}</h2>
      <div className={classes.part}>
        <MayWe person={person} />
      </div>
      <SequencesSection person={person} />
      {person.bases === null || person.sources === null ? (
        <Withheld group="privacy" />
      ) : (
        <>
          <UntilWhen person={person} />
          <BasesSection person={person} held={person.bases} />
          <SourcesSection person={person} known={person.sources} />
        </>
      )}
      <div className={classes.part}>
        <h3 className={classes.question}>{t('promise.language')}</h3>
        <p>
          {person.language
            ? t('promise.languageText', { language: t(`promise.inLanguage.${person.language}`) })
            : t('promise.languageUnknown')}
        </p>
      </div>
      {mayAsk && (
        <div className={classes.part}>
          <h3 className={classes.question}>{t('privacy:seen.title')}</h3>
          <WhoHasSeen contactId={person.id} />
        </div>
      )}
      <p className={classes.since}>{t('promise.added', { date: formatDate(person.createdAt) })}</p>
    </section>
  );
}
