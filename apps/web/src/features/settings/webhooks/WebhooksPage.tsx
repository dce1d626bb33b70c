import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/model.js';
import { RouteError } from '../../../shell/RouteError.js';
import { Chip, EmptyState, SkeletonRows, type Tone, useDocumentTitle } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { AddWebhook } from './AddWebhook.js';
import { webhooksQuery } from './queries.js';

export const tones: Record<Webhook['status'], Tone> = {
  working: 'accent',
  failing: 'warn',
  disabled: 'plain',
};

/** Systems that are told about acts. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  useDocumentTitle(t('title'));
  const webhooks = useQuery(webhooksQuery);
  const [isAdding, setAdding] = useState(false);
  if (webhooks.isError && !webhooks.data)
    return <RouteError error={webhooks.error} reset={() => void webhooks.refetch()} />;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const items = webhooks.data?.items;
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('title')}</h2>
          <p>{t('lead')}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={3} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconWebhook} title={t('emptyTitle')} actions={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {items.map((webhook) => (
            <li key={webhook.id} className={admin.row}>
              <div className={admin.what}>
                <Link to="/settings/webhooks/$id" params={{ id: webhook.id }} className={admin.name}>
                  {webhook.url}
                </Link>
                <p className={admin.quiet}>{t('eventCount', { count: webhook.events.length })}</p>
              </div>
              <div className={admin.end}>
                <Chip tone={tones[webhook.status]}>{t(`status.${webhook.status}`)}</Chip>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddWebhook onClose={() => setAdding(false)} />}
    </div>
  );
}
