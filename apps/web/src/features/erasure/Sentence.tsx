import { useTranslation } from 'react-i18next';
import type { Mention } from './queries.js';
import classes from './Erasure.module.css';

/** Words around a mention, as they stand. */
export function Sentence({ context }: { context: Mention['context'] }) {
  const { t } = useTranslation('erasure');
  if (!context) return <p className={classes.gone}>{t('mention.gone')}</p>;
  return (
    <p className={classes.sentence}>
      {context.before}
      <mark>{context.mention}</mark>
      {context.after}
    </p>
  );
}

const known = [
  'interactions',
  'interaction_revisions',
  'companies',
  'contacts',
  'messages',
  'mail_messages',
  'stop_replies',
  'import_rows',
  'objections',
  'consents',
  'restrictions',
  'holds',
  'privacy_acts',
  'templates',
  'mailings',
] as const;

/** What kind of text it stands in. */
export function usePlaceName(): (table: string) => string {
  const { t } = useTranslation('erasure');
  return (table) => t(`place.${known.find((one) => one === table) ?? 'other'}`);
}
