import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { BasesSection } from './BasesSection.js';
import { RetentionClock } from './RetentionClock.js';
import { SourcesSection } from './SourcesSection.js';
import classes from './Promise.module.css';

/** What we have promised this person: until when we hold the data, on what grounds, where we got it. Nothing here is assumed. */
export function PersonPromise({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  return (
    <section aria-label={t('promise.title')} className={classes.promise}>
      <h2 className={classes.title}>{t('promise.title')}</h2>
      <RetentionClock retention={person.retention} />
      <BasesSection person={person} />
      <SourcesSection person={person} />
      <div className={classes.part}>
        <h3 className={classes.question}>{t('promise.language')}</h3>
        <p>
          {person.language
            ? t('promise.languageText', { language: t(`promise.inLanguage.${person.language}`) })
            : t('promise.languageUnknown')}
        </p>
      </div>
      <p className={classes.since}>{t('promise.added', { date: formatDate(person.createdAt) })}</p>
    </section>
  );
}
