import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StopReply } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { EmptyState, SkeletonRows, toast, useDocumentTitle } from '../../../ui/index.js';
import privacy from '../Privacy.module.css';
import { type Meaning, repliesQuery, useDecideReply } from './queries.js';
import classes from './Replies.module.css';

/** Replies that seem to say no, until somebody has read them. */
export function RepliesPage() {
  const { t } = useTranslation('replies');
  useDocumentTitle(t('title'));
  const list = useInfiniteQuery(repliesQuery);
  if (list.isError && !list.data) return <RouteError error={list.error} reset={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={4} />;
  const replies = list.data.pages.flatMap(({ items }) => items);
  if (replies.length === 0) {
    return (
      <EmptyState icon={IconMailOpened} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={privacy.page}>
      <p className={privacy.soft}>{t('lead')}</p>
      <ul className={privacy.rows}>
        {replies.map((reply) => (
          <Reply key={reply.id} reply={reply} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          className={privacy.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Reply({ reply }: { reply: StopReply }) {
  const { t } = useTranslation('replies');
  const { t: tCommon } = useTranslation();
  const decide = useDecideReply();
  const { contact, company } = reply;
  const run = async (meaning: Meaning) => {
    try {
      await decide.mutateAsync({ id: reply.id, meaning });
      toast(meaning === 'none' ? t('kept') : t('objected', { name: contact.name }));
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  };
  return (
    <li className={classes.reply}>
      <div className={privacy.what}>
        <p>
          <Link to="/people/$id" params={{ id: contact.id }} className={privacy.name}>
            {contact.name}
          </Link>
          {company && <span className={privacy.soft}>, {company.name}</span>}
        </p>
        <p className={privacy.quiet}>{t('received', { at: formatDateTime(reply.receivedAt) })}</p>
        {reply.sentence && (
          <blockquote className={classes.text} lang={reply.language}>
            {reply.sentence}
          </blockquote>
        )}
      </div>
      <div className={classes.acts}>
        {(['email', 'all', 'none'] as const).map((meaning) => (
          <Button
            key={meaning}
            variant={meaning === 'email' ? 'light' : 'default'}
            disabled={decide.isPending}
            onClick={() => void run(meaning)}
          >
            {t(`meaning.${meaning}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
