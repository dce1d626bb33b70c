import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { LetterFrame, SkeletonText } from '../../ui/index.js';
import { useIsPhone } from '../records/RecordLayout.js';
import { letterPreviewQuery } from './queries.js';
import type { LetterValues } from './use-letter.js';
import classes from './Messages.module.css';

/** The letter as its reader gets it. */
export function Preview({ person, values }: { person: Contact; values: LetterValues }) {
  const { t } = useTranslation('messages');
  const isPhone = useIsPhone();
  const preview = useQuery(letterPreviewQuery(person.id, values));
  if (preview.isError) return <p className={classes.why}>{t('previewFailed')}</p>;
  if (!preview.data) return <SkeletonText rows={10} />;
  return (
    <section aria-label={t('previewTitle')}>
      <p className={classes.subject} lang={values.language}>
        {preview.data.subject}
      </p>
      <LetterFrame html={preview.data.html} title={t('previewTitle')} width={isPhone ? 'phone' : 'desktop'} />
    </section>
  );
}
