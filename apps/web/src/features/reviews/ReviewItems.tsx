import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccessReview, ReviewItem } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { formatDate } from '../../i18n/format.js';
import { currentLanguage } from '../../i18n/index.js';
import { Avatar, Chip, FormMessage, SkeletonRows, type Tone } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import { reasonText } from '../settings/users/reasons.js';
import { byUser } from './by-user.js';
import { type Answer, reviewItemsQuery, useAnswers } from './queries.js';
import classes from './Reviews.module.css';

const tones: Record<ReviewItem['state'], Tone> = {
  open: 'info',
  keep: 'accent',
  remove: 'plain',
  lapsed: 'warn',
  ended: 'plain',
};

/** What a review asks, user after user; each answer is one click and counts at once. */
export function ReviewItems({ review }: { review: AccessReview }) {
  const { t } = useTranslation('reviews');
  const { t: tCommon } = useTranslation();
  const items = useQuery(reviewItemsQuery(review.id));
  const { answer, keepAll } = useAnswers(review.id);
  if (items.error && !items.data) return <FormMessage>{problemText(items.error, tCommon)}</FormMessage>;
  if (!items.data) return <SkeletonRows rows={4} />;
  const mine = items.data.items.filter(({ canAnswer, state }) => canAnswer && state === 'open');
  const isBusy = answer.isPending || keepAll.isPending;
  return (
    <>
      {mine.length > 1 && (
        <Button
          variant="default"
          className={classes.keepAll}
          leftSection={<IconCheck size={16} stroke={1.8} aria-hidden />}
          loading={keepAll.isPending}
          onClick={() => keepAll.mutate(mine)}
        >
          {t('keepAll', { count: mine.length })}
        </Button>
      )}
      <ul className={classes.users}>
        {byUser(items.data.items, currentLanguage()).map(({ user, duty, items: grants }) => (
          <li key={user.id} className={classes.user}>
            <div className={classes.who}>
              <Avatar name={user.name} size={32} />
              <div>
                <p className={admin.name}>{user.name}</p>
                <p className={admin.quiet}>{duty ?? t('noDuty')}</p>
              </div>
            </div>
            <ul className={classes.grants}>
              {grants.map((item) => (
                <Item
                  key={item.id}
                  item={item}
                  isBusy={isBusy}
                  isClosed={review.closedAt !== null}
                  onAnswer={(decision) => answer.mutate({ id: item.id, decision })}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ItemProps {
  item: ReviewItem;
  isBusy: boolean;
  isClosed: boolean;
  onAnswer: (decision: Answer) => void;
}

function Item({ item, isBusy, isClosed, onAnswer }: ItemProps) {
  const { t } = useTranslation(['reviews', 'users', 'common']);
  const role = t(`common:role.${item.role}`);
  const reason = reasonText(item.reason, (constant) => t(`users:grantReason.${constant}`));
  const isOpen = item.state === 'open';
  return (
    <li className={classes.item}>
      <div className={admin.what}>
        <p>{isOpen ? t('question', { name: item.user.name, role }) : role}</p>
        <p className={admin.quiet}>
          {reason} ·{' '}
          {item.grantedBy
            ? t('given', { name: item.grantedBy.name, date: formatDate(item.grantedAt) })
            : formatDate(item.grantedAt)}
          {item.endsAt && ` · ${t('endsAt', { date: formatDate(item.endsAt) })}`}
        </p>
        {item.alarmed && <p className={classes.alarm}>{t('alarmedHint')}</p>}
      </div>
      {item.canAnswer && !isClosed ? (
        <div className={classes.answers}>
          <Button
            size="sm"
            variant={item.state === 'keep' ? 'light' : 'default'}
            leftSection={<IconCheck size={15} stroke={1.8} aria-hidden />}
            aria-pressed={item.state === 'keep'}
            aria-label={`${t('keep')}: ${item.user.name}, ${role}`}
            disabled={isBusy}
            onClick={() => onAnswer('keep')}
          >
            {t(item.state === 'keep' ? 'kept' : 'keep')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconX size={15} stroke={1.8} aria-hidden />}
            aria-label={`${t('remove')}: ${item.user.name}, ${role}`}
            disabled={isBusy}
            onClick={() => onAnswer('remove')}
          >
            {t('remove')}
          </Button>
        </div>
      ) : (
        <div className={classes.state}>
          <Chip tone={tones[item.state]}>{t(`state.${item.state}`)}</Chip>
          <span className={admin.quiet}>
            {item.decidedBy ? item.decidedBy.name : isOpen ? t('asks', { name: item.reviewer.name }) : ''}
          </span>
        </div>
      )}
    </li>
  );
}
