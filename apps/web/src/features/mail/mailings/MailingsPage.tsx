import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { RelativeTime } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { AddButton, ListPage, ListRow } from '../../settings/ListPage.js';
import { MailingForm } from './MailingForm.js';
import { StatusChip } from './StatusChip.js';
import { mailingsQuery } from './queries.js';

/** Letters to many, newest first. */
export function MailingsPage() {
  const { t } = useTranslation('mail');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  return (
    <ListPage
      list={useQuery(mailingsQuery)}
      title={t('title')}
      lead={t('list.lead')}
      empty={{ icon: IconSend, title: t('list.emptyTitle'), text: t('list.emptyText') }}
      add={may('mailings.manage') && <AddButton onClick={() => setAdding(true)}>{t('list.add')}</AddButton>}
      row={(mailing) => <Row key={mailing.id} mailing={mailing} />}
    >
      {isAdding && <MailingForm mailing={null} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}

function Row({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const { nameOf } = usePurposes();
  const { id, name, purpose, segment, createdBy, status, scheduledAt, dispatchedAt, createdAt } = mailing;
  return (
    <ListRow
      name={
        <Link to="/mail/mailings/$id" params={{ id }}>
          {name}
        </Link>
      }
      facts={[nameOf(purpose), segment?.name, createdBy?.name].filter(Boolean).join(' · ')}
    >
      <span className={admin.quiet}>
        {status === 'scheduled' && scheduledAt ? (
          t('list.scheduledFor', { at: formatDateTime(scheduledAt) })
        ) : (
          <RelativeTime value={dispatchedAt ?? createdAt} />
        )}
      </span>
      <StatusChip status={status} />
    </ListRow>
  );
}
