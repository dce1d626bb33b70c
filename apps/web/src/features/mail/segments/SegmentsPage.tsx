import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shell/use-may.js';
import { RelativeTime } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { AddButton, ListPage, ListRow } from '../../settings/ListPage.js';
import { FilterText } from './FilterText.js';
import { segmentsQuery } from './queries.js';
import { SegmentForm } from './SegmentForm.js';

/** Saved filters of people. */
export function SegmentsPage() {
  const { t } = useTranslation('mail');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  return (
    <ListPage
      list={useQuery(segmentsQuery)}
      title={t('tabs.segments')}
      lead={t('segments.lead')}
      empty={{ icon: IconUsersGroup, title: t('segments.emptyTitle'), text: t('segments.emptyText') }}
      add={
        may('mailings.manage') && <AddButton onClick={() => setAdding(true)}>{t('segments.add')}</AddButton>
      }
      row={(segment) => (
        <ListRow
          key={segment.id}
          name={
            <Link to="/mail/segments/$id" params={{ id: segment.id }}>
              {segment.name}
            </Link>
          }
          facts={<FilterText segment={segment} />}
        >
          <span className={admin.quiet}>
            <RelativeTime value={segment.updatedAt} />
          </span>
        </ListRow>
      )}
    >
      {isAdding && <SegmentForm segment={null} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
