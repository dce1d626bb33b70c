import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { ActButton, RelativeTime, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { ListRow } from '../../settings/ListPage.js';
import { FilterText } from './FilterText.js';
import { segmentPeopleQuery, segmentQuery, useDeleteSegment } from './queries.js';
import { SegmentForm } from './SegmentForm.js';

const route = getRouteApi('/app/mail/segments/$id');

/** One segment: what its people have in common, and who they are right now. */
export function SegmentPage() {
  const { t } = useTranslation('mail');
  const { id } = route.useParams();
  const segment = useQuery(segmentQuery(id));
  useDocumentTitle(segment.data?.name ?? t('tabs.segments'));
  if (segment.isError && !segment.data)
    return <RouteError error={segment.error} reset={() => void segment.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/mail/segments" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('tabs.segments')}
      </Link>
      {segment.data ? <Loaded segment={segment.data} /> : <SkeletonRows rows={8} />}
    </div>
  );
}

function Loaded({ segment }: { segment: Segment }) {
  const { t } = useTranslation('mail');
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{segment.name}</h2>
          <p>
            <FilterText segment={segment} />
          </p>
        </div>
        {may('mailings.manage') && (
          <div className={admin.acts}>
            <DeleteSegment id={segment.id} />
            <Button
              variant="default"
              leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
          </div>
        )}
      </div>
      <People id={segment.id} />
      {isEditing && <SegmentForm segment={segment} onClose={() => setEditing(false)} />}
    </>
  );
}

function DeleteSegment({ id }: { id: string }) {
  const { t } = useTranslation('mail');
  const navigate = useNavigate();
  return (
    <ActButton
      act={useDeleteSegment(id)}
      done={t('segments.deleted')}
      onDone={() => void navigate({ to: '/mail/segments' })}
    >
      {t('segments.delete')}
    </ActButton>
  );
}

function People({ id }: { id: string }) {
  const { t } = useTranslation('mail');
  const people = useInfiniteQuery(segmentPeopleQuery(id));
  if (!people.data) return <SkeletonRows rows={8} />;
  const [first] = people.data.pages;
  const items = people.data.pages.flatMap((page) => page.items);
  const total = first?.total ?? items.length;
  return (
    <section aria-label={t('segments.people', { count: total, shown: formatNumber(total) })}>
      <h3 className={admin.heading}>{t('segments.people', { count: total, shown: formatNumber(total) })}</h3>
      {first?.profiling?.sentence && (
        <p className={admin.notice} data-tone="warn">
          {first.profiling.sentence}
        </p>
      )}
      {items.length === 0 && <p className={admin.nothing}>{t('segments.nobody')}</p>}
      <ul className={admin.rows}>
        {items.map((person) => (
          <ListRow
            key={person.id}
            name={
              <Link to="/people/$id" params={{ id: person.id }}>
                {person.name}
              </Link>
            }
            facts={[person.title ?? person.areaOfResponsibility, person.company?.name]
              .filter(Boolean)
              .join(' · ')}
          >
            <span className={admin.quiet}>
              {person.lastInteractionAt && <RelativeTime value={person.lastInteractionAt} />}
            </span>
          </ListRow>
        ))}
      </ul>
      {people.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {t('audience.more')}
        </Button>
      )}
    </section>
  );
}
