import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { EmptyState, RelativeTime, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { FilterText } from './FilterText.js';
import { segmentsQuery } from './queries.js';
import { SegmentForm } from './SegmentForm.js';

/** Saved filters of people. */
export function SegmentsPage() {
  const { t } = useTranslation('mail');
  useDocumentTitle(t('tabs.segments'));
  const may = useMay();
  const segments = useQuery(segmentsQuery);
  const [isAdding, setAdding] = useState(false);
  if (segments.isError && !segments.data)
    return <RouteError error={segments.error} reset={() => void segments.refetch()} />;
  const items = segments.data?.items;
  const add = may('mailings.manage') && (
    <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
      {t('segments.add')}
    </Button>
  );
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <p>{t('segments.lead')}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={t('segments.emptyTitle')} actions={add}>
          {t('segments.emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {items.map((segment) => (
            <li key={segment.id} className={admin.row}>
              <div className={admin.what}>
                <Link to="/mail/segments/$id" params={{ id: segment.id }} className={admin.name}>
                  {segment.name}
                </Link>
                <p className={admin.quiet}>
                  <FilterText segment={segment} />
                </p>
              </div>
              <div className={admin.end}>
                <span className={admin.quiet}>
                  <RelativeTime value={segment.updatedAt} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <SegmentForm segment={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
