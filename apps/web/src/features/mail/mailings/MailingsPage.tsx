import { Button } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { EmptyState, RelativeTime, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { MailingForm } from './MailingForm.js';
import { StatusChip } from './StatusChip.js';
import { mailingsQuery } from './queries.js';

/** Letters to many, newest first. */
export function MailingsPage() {
  const { t } = useTranslation('mail');
  useDocumentTitle(t('title'));
  const may = useMay();
  const mailings = useQuery(mailingsQuery);
  const [isAdding, setAdding] = useState(false);
  if (mailings.isError && !mailings.data)
    return <RouteError error={mailings.error} reset={() => void mailings.refetch()} />;
  const items = mailings.data?.items;
  const add = may('mailings.manage') && (
    <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
      {t('list.add')}
    </Button>
  );
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <p>{t('list.lead')}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconSend} title={t('list.emptyTitle')} actions={add}>
          {t('list.emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {items.map((mailing) => (
            <Row key={mailing.id} mailing={mailing} />
          ))}
        </ul>
      )}
      {isAdding && <MailingForm mailing={null} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Row({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const { nameOf } = usePurposes();
  return (
    <li className={admin.row}>
      <div className={admin.what}>
        <Link to="/mail/mailings/$id" params={{ id: mailing.id }} className={admin.name}>
          {mailing.name}
        </Link>
        <p className={admin.quiet}>
          {[nameOf(mailing.purpose), mailing.segment?.name, mailing.createdBy?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={admin.end}>
        <span className={admin.quiet}>
          {mailing.status === 'scheduled' && mailing.scheduledAt ? (
            t('list.scheduledFor', { at: formatDateTime(mailing.scheduledAt) })
          ) : (
            <RelativeTime value={mailing.dispatchedAt ?? mailing.createdAt} />
          )}
        </span>
        <StatusChip status={mailing.status} />
      </div>
    </li>
  );
}
