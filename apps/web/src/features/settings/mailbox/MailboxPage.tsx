import { Button } from '@mantine/core';
import { IconInfoCircle, IconMail } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MailboxMessage } from '../../../api/model.js';
import { RouteError } from '../../../shell/RouteError.js';
import {
  Chip,
  EmptyState,
  RelativeTime,
  SkeletonRows,
  type Tone,
  useDocumentTitle,
} from '../../../ui/index.js';
import admin from '../Admin.module.css';
import classes from './Mailbox.module.css';
import { mailboxQuery } from './queries.js';
import { useTemplateName } from './use-template-name.js';

export const tones: Record<MailboxMessage['status'], Tone> = {
  waiting: 'info',
  handed_over: 'plain',
  failed: 'danger',
  kept: 'warn',
};

/** What the system wrote: read here where no mail server sends it, else only what became of it. */
export function MailboxPage() {
  const { t } = useTranslation('access');
  useDocumentTitle(t('mailbox.title'));
  const mailbox = useInfiniteQuery(mailboxQuery);
  if (mailbox.isError && !mailbox.data)
    return <RouteError error={mailbox.error} reset={() => void mailbox.refetch()} />;
  const messages = mailbox.data?.pages.flatMap((page) => page.items);
  const isDeliverable = mailbox.data?.pages[0]?.isDeliverable ?? true;
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('mailbox.title')}</h2>
          <p>{t('mailbox.lead')}</p>
        </div>
      </div>
      {mailbox.data && (
        <p className={admin.notice} data-tone={isDeliverable ? undefined : 'warn'}>
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
          <span>{t(isDeliverable ? 'mailbox.delivers' : 'mailbox.keeps')}</span>
        </p>
      )}
      {!messages ? (
        <SkeletonRows rows={5} />
      ) : messages.length === 0 ? (
        <EmptyState icon={IconMail} title={t('mailbox.emptyTitle')}>
          {t('mailbox.emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.messages}>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
      {mailbox.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={mailbox.isFetchingNextPage}
          onClick={() => void mailbox.fetchNextPage()}
        >
          {t('mailbox.more')}
        </Button>
      )}
    </div>
  );
}

function MessageRow({ message }: { message: MailboxMessage }) {
  const { t } = useTranslation('access');
  const nameOf = useTemplateName();
  const { id, template, to, status, createdAt } = message;
  return (
    <li>
      <Link to="/settings/mailbox/$id" params={{ id }} className={classes.message}>
        <span className={classes.subject}>{nameOf(template)}</span>
        <span className={classes.to}>{to}</span>
        <span className={admin.chips}>
          <Chip tone={tones[status]}>{t(`mailbox.status.${status}`)}</Chip>
        </span>
        <span className={classes.when}>
          <RelativeTime value={createdAt} />
        </span>
      </Link>
    </li>
  );
}
