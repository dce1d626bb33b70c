import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WebhookDelivery } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { Chip, RelativeTime, SkeletonRows, type Tone } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { eventKey } from './events.js';
import { deliveriesQuery } from './queries.js';
import classes from './Webhooks.module.css';

const tones: Record<WebhookDelivery['status'], Tone> = {
  waiting: 'info',
  delivered: 'accent',
  failed: 'danger',
};

/** What was sent in the last thirty days, and how it went. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const deliveries = useInfiniteQuery({ ...deliveriesQuery(id), refetchInterval: 15_000 });
  const items = deliveries.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries" className={admin.heading}>
        {t('deliveries.title')}
      </h2>
      {!items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <p className={admin.nothing}>{t('deliveries.none')}</p>
      ) : (
        <ul className={classes.deliveries}>
          {items.map((delivery) => (
            <Delivery key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
      {deliveries.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={deliveries.isFetchingNextPage}
          onClick={() => void deliveries.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </section>
  );
}

function Delivery({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation('webhooks');
  const { event, occurredAt, status, attempts, nextAttemptAt, lastStatus, lastProblem } = delivery;
  const outcome = [
    lastProblem && lastProblem !== 'status' && t(`problem.${lastProblem}`),
    lastStatus !== null && t('answered', { status: lastStatus }),
    attempts > 1 && t('attempts', { count: attempts }),
    status === 'waiting' && nextAttemptAt && attempts > 0 && t('next', { at: formatDateTime(nextAttemptAt) }),
  ].filter(Boolean);
  return (
    <li className={classes.delivery}>
      <div className={admin.what}>
        <p className={admin.name}>{t(eventKey(event))}</p>
        <p className={admin.quiet}>{outcome.join(' · ')}</p>
      </div>
      <Chip tone={tones[status]}>{t(`deliveries.${status}`)}</Chip>
      <span className={admin.quiet}>
        <RelativeTime value={occurredAt} />
      </span>
    </li>
  );
}
