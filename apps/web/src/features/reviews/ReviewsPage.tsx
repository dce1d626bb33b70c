import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { AccessReview } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { formatDate } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMay } from '../../shell/use-may.js';
import { Chip, EmptyState, SkeletonRows, toast, useDocumentTitle } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import { reviewsQuery } from './queries.js';
import { ReviewItems } from './ReviewItems.js';
import classes from './Reviews.module.css';

/** Every quarter: does everybody still need the roles that they hold? */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  useDocumentTitle(t('title'));
  const reviews = useQuery(reviewsQuery);
  const mayOpen = useMay()('grants.manage');
  if (reviews.isError && !reviews.data)
    return <RouteError error={reviews.error} reset={() => void reviews.refetch()} />;
  if (!reviews.data) return <SkeletonRows rows={5} />;
  const open = reviews.data.items.filter(({ closedAt }) => closedAt === null);
  const closed = reviews.data.items.filter(({ closedAt }) => closedAt !== null);
  const canOpen = mayOpen && open.length === 0;
  if (reviews.data.items.length === 0) {
    return (
      <EmptyState icon={IconUserCheck} title={t('emptyTitle')} actions={canOpen && <OpenReview isPrimary />}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <div className={admin.head}>
        <p className={classes.lead}>{t('lead')}</p>
        {canOpen && <OpenReview />}
      </div>
      {open.map((review) => (
        <OpenedReview key={review.id} review={review} />
      ))}
      {open.length === 0 && <p className={admin.nothing}>{t('nothingOpen')}</p>}
      {closed.length > 0 && (
        <section aria-labelledby="closed-reviews">
          <h2 id="closed-reviews" className={classes.heading}>
            {t('earlier')}
          </h2>
          <ul className={admin.rows}>
            {closed.map((review) => (
              <ClosedReview key={review.id} review={review} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useReviewName(): (review: AccessReview) => string {
  const { t } = useTranslation('reviews');
  return ({ quarter, openedAt }) => {
    const [year, number] = quarter?.split('-Q') ?? [];
    return number ? t('quarter', { number, year }) : t('byHand', { date: formatDate(openedAt) });
  };
}

function OpenReview({ isPrimary = false }: { isPrimary?: boolean }) {
  const { t } = useTranslation('reviews');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => ok(api.POST('/access-reviews')),
    onSuccess: () => toast(t('opened')),
    onError: (error) =>
      toast(problemText(error, tCommon, { review_open: t('alreadyOpen') }), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['access-reviews'] }),
  });
  return (
    <Button
      variant={isPrimary ? 'filled' : 'default'}
      loading={begin.isPending}
      onClick={() => begin.mutate()}
    >
      {t('open')}
    </Button>
  );
}

function OpenedReview({ review }: { review: AccessReview }) {
  const { t } = useTranslation('reviews');
  const name = useReviewName()(review);
  const done = review.itemCount - review.unansweredCount;
  return (
    <section className={classes.review} aria-label={name}>
      <div className={classes.reviewHead}>
        <h2>{name}</h2>
        <p className={admin.soft}>{t('due', { date: formatDate(review.dueAt) })}</p>
        <div className={classes.progress}>
          <progress max={Math.max(review.itemCount, 1)} value={done} aria-label={t('progressLabel')} />
          <span className={admin.quiet}>{t('progress', { done, count: review.itemCount })}</span>
        </div>
      </div>
      <ReviewItems review={review} />
    </section>
  );
}

function ClosedReview({ review }: { review: AccessReview }) {
  const { t } = useTranslation('reviews');
  const name = useReviewName()(review);
  const [isShown, setShown] = useState(false);
  return (
    <li>
      <div className={admin.row}>
        <div className={admin.what}>
          <p className={admin.name}>{name}</p>
          <p className={admin.quiet}>
            {t('closed', { date: formatDate(review.closedAt ?? review.dueAt), count: review.itemCount })}
          </p>
        </div>
        <div className={admin.end}>
          {review.alarmedCount > 0 && <Chip tone="warn">{t('alarmed')}</Chip>}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={isShown}
            aria-label={`${t('show')}: ${name}`}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'hide' : 'show')}
          </Button>
        </div>
      </div>
      {isShown && <ReviewItems review={review} />}
    </li>
  );
}
