import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/model.js';
import { Chip, type Tone } from '../../../ui/index.js';
import { AddButton, ListPage, ListRow } from '../ListPage.js';
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
  const [isAdding, setAdding] = useState(false);
  return (
    <ListPage
      list={useQuery(webhooksQuery)}
      title={t('title')}
      hasHeading
      lead={t('lead')}
      empty={{ icon: IconWebhook, title: t('emptyTitle'), text: t('emptyText') }}
      add={<AddButton onClick={() => setAdding(true)}>{t('add')}</AddButton>}
      row={({ id, url, events, status }) => (
        <ListRow
          key={id}
          name={
            <Link to="/settings/webhooks/$id" params={{ id }}>
              {url}
            </Link>
          }
          facts={t('eventCount', { count: events.length })}
        >
          <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
        </ListRow>
      )}
    >
      {isAdding && <AddWebhook onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
