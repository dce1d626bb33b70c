import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailboxLetter } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { Chip, SkeletonText, useDocumentTitle } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { partsOf } from './letter-text.js';
import classes from './Mailbox.module.css';
import { tones } from './MailboxPage.js';
import { letterQuery } from './queries.js';
import { useTemplateName } from './use-template-name.js';

const route = getRouteApi('/app/settings/mailbox/$id');

/** One message of the system's. */
export function LetterPage() {
  const { t } = useTranslation('access');
  const { id } = route.useParams();
  const nameOf = useTemplateName();
  const letter = useQuery(letterQuery(id));
  useDocumentTitle(letter.data ? nameOf(letter.data.template) : t('mailbox.title'));
  if (letter.isError && !letter.data)
    return <RouteError error={letter.error} reset={() => void letter.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/settings/mailbox" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('mailbox.title')}
      </Link>
      {letter.data ? <Letter letter={letter.data} /> : <SkeletonText rows={8} />}
    </div>
  );
}

function Letter({ letter }: { letter: MailboxLetter }) {
  const { t } = useTranslation('access');
  const nameOf = useTemplateName();
  const { to, status, createdAt, handedOverAt, attempts, failure, subject, text, language } = letter;
  return (
    <article className={classes.letter}>
      <h2>{subject ?? nameOf(letter.template)}</h2>
      <p className={admin.quiet}>
        {t('mailbox.to', { to })} · {formatDateTime(createdAt)}
      </p>
      <div className={admin.chips}>
        <Chip tone={tones[status]}>{t(`mailbox.status.${status}`)}</Chip>
      </div>
      {handedOverAt && (
        <p className={admin.quiet}>{t('mailbox.handedOver', { at: formatDateTime(handedOverAt) })}</p>
      )}
      {failure && <p className={admin.quiet}>{t('mailbox.failure', { count: attempts, code: failure })}</p>}
      {text === null ? (
        <p className={admin.notice}>
          <IconLock size={16} stroke={1.7} aria-hidden />
          <span>{t('mailbox.unreadable')}</span>
        </p>
      ) : (
        <div className={classes.sheet} lang={language}>
          {partsOf(text).map(({ isLink, text: part }, i) =>
            isLink ? (
              <a key={i} href={part} rel="noreferrer">
                {part}
              </a>
            ) : (
              <Fragment key={i}>{part}</Fragment>
            ),
          )}
        </div>
      )}
    </article>
  );
}
