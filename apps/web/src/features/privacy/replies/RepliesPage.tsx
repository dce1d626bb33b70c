import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { EmptyState, SkeletonRows, toast, useDocumentTitle } from '../../../ui/index.js';
import privacy from '../Privacy.module.css';
import { repliesQuery, type StopReply, useDecideReply } from './queries.js';
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

const longest = 320;

function Reply({ reply }: { reply: StopReply }) {
  const { t } = useTranslation('replies');
  const { t: tCommon } = useTranslation();
  const decide = useDecideReply();
  const [isWhole, setWhole] = useState(false);
  const name = reply.contact?.name ?? t('unknown');
  const text = reply.text ?? '';
  const isLong = text.length > longest;
  const run = async (objects: boolean) => {
    try {
      await decide.mutateAsync({ id: reply.id, objects });
      toast(objects ? t('objected', { name }) : t('kept'));
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  };
  return (
    <li className={classes.reply}>
      <div className={privacy.what}>
        <p>
          {reply.contact ? (
            <Link to="/people/$id" params={{ id: reply.contact.id }} className={privacy.name}>
              {name}
            </Link>
          ) : (
            <span className={privacy.name}>{name}</span>
          )}
          {reply.company && <span className={privacy.soft}>, {reply.company.name}</span>}
        </p>
        <p className={privacy.quiet}>
          {[formatDateTime(reply.receivedAt), reply.subject].filter(Boolean).join(' · ')}
        </p>
        {text && (
          <blockquote className={classes.text}>
            {isWhole || !isLong ? text : `${text.slice(0, longest)}…`}
          </blockquote>
        )}
        {isLong && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'less' : 'whole')}
          </Button>
        )}
      </div>
      <div className={classes.acts}>
        <Button loading={decide.isPending} onClick={() => void run(true)}>
          {t('objects')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => void run(false)}>
          {t('not')}
        </Button>
      </div>
    </li>
  );
}
