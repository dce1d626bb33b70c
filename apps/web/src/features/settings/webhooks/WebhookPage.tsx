import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Webhook } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDate, formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { Chip, SkeletonText, toast, useDocumentTitle } from '../../../ui/index.js';
import { ActDialog } from '../ActDialog.js';
import admin from '../Admin.module.css';
import { Deliveries } from './Deliveries.js';
import { eventKey } from './events.js';
import { webhookQuery } from './queries.js';
import { tones } from './WebhooksPage.js';
import classes from './Webhooks.module.css';

const route = getRouteApi('/app/settings/webhooks/$id');

/** One receiver: what it is told, how that went, and pausing or removing it. */
export function WebhookPage() {
  const { t } = useTranslation('webhooks');
  useDocumentTitle(t('title'));
  const { id } = route.useParams();
  const webhook = useQuery(webhookQuery(id));
  if (webhook.isError && !webhook.data)
    return <RouteError error={webhook.error} reset={() => void webhook.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/settings/webhooks" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('title')}
      </Link>
      {webhook.data ? <Head webhook={webhook.data} /> : <SkeletonText rows={4} />}
      <Deliveries id={id} />
    </div>
  );
}

function useActivation({ id, status }: Webhook) {
  const { t } = useTranslation('webhooks');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const params = { params: { path: { id } } };
  return useMutation({
    mutationFn: () =>
      ok(
        status === 'disabled'
          ? api.PUT('/webhooks/{id}/activation', params)
          : api.DELETE('/webhooks/{id}/activation', params),
      ),
    onSuccess: (saved) => toast(t(saved.status === 'disabled' ? 'paused' : 'activated')),
    onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

function Head({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const activation = useActivation(webhook);
  const [isRemoving, setRemoving] = useState(false);
  const { url, events, status, createdAt, createdBy, failingSince, disabledAt, disabledBy } = webhook;
  return (
    <>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2 className={classes.url}>{url}</h2>
          <p>
            {t('made', { date: formatDate(createdAt), name: createdBy?.name ?? '–' })}
            {failingSince && ` · ${t('failingSince', { at: formatDateTime(failingSince) })}`}
            {disabledAt &&
              ` · ${
                disabledBy
                  ? t('pausedBy', { name: disabledBy.name, date: formatDate(disabledAt) })
                  : t('pausedItself', { date: formatDate(disabledAt) })
              }`}
          </p>
        </div>
        <div className={admin.acts}>
          <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
          <Button variant="default" loading={activation.isPending} onClick={() => activation.mutate()}>
            {t(status === 'disabled' ? 'activate' : 'pause')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
            {t('remove.open')}
          </Button>
        </div>
      </div>
      <ul className={classes.told} aria-label={t('events')}>
        {events.map((event) => (
          <li key={event}>
            <Chip>{t(eventKey(event))}</Chip>
          </li>
        ))}
      </ul>
      {isRemoving && <RemoveWebhook webhook={webhook} onClose={() => setRemoving(false)} />}
    </>
  );
}

function RemoveWebhook({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <ActDialog
      title={t('remove.title')}
      submitLabel={t('remove.submit')}
      act={() => ok(api.DELETE('/webhooks/{id}', { params: { path: { id: webhook.id } } }))}
      onDone={() => {
        void navigate({ to: '/settings/webhooks' });
        void client.invalidateQueries({ queryKey: ['webhooks'], exact: true });
        toast(t('remove.done'));
      }}
      onClose={onClose}
    >
      <p>{t('remove.lead', { url: webhook.url })}</p>
    </ActDialog>
  );
}
