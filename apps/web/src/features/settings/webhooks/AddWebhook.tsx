import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { NewWebhook, WebhookEvent } from '../../../api/model.js';
import { FormDialog, useForm } from '../../../ui/index.js';
import { CopyLine } from '../CopyLine.js';
import { eventGroups, eventKey } from './events.js';
import { webhooksQuery } from './queries.js';
import classes from './Webhooks.module.css';

interface WebhookValues {
  url: string;
  events: WebhookEvent[];
}

/** Adds a receiver; then shows, this once, the secret with which it verifies what it gets. */
export function AddWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const client = useQueryClient();
  const [made, setMade] = useState<NewWebhook | null>(null);
  const form = useForm<WebhookValues, NewWebhook>({
    initial: { url: 'https://', events: [] },
    check: ({ url, events }) => ({
      ...(/^https:\/\/.+/.test(url.trim()) ? {} : { url: t('https') }),
      ...(events.length > 0 ? {} : { events: t('noEvent') }),
    }),
    save: ({ url, events }) => ok(api.POST('/webhooks', { body: { url: url.trim(), events } })),
    onSaved: (webhook) => {
      void client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      setMade(webhook);
    },
  });
  if (made) return <Secret webhook={made} onClose={onClose} />;
  return (
    <FormDialog as="drawer" opened onClose={onClose} title={t('add')} submitLabel={t('submit')} {...form}>
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        type="url"
        autoComplete="off"
        data-autofocus
        {...form.input('url')}
      />
      <Checkbox.Group
        label={t('events')}
        description={t('eventsHint')}
        error={form.errors.events}
        value={form.values.events}
        onChange={(events) => form.set('events', events)}
      >
        <div className={classes.groups}>
          {eventGroups.map(({ group, events }) => (
            <div key={group} role="group" aria-labelledby={`events-${group}`} className={classes.group}>
              <p id={`events-${group}`} className={classes.groupName}>
                {t(`group.${group}`)}
              </p>
              {events.map((event) => (
                <Checkbox key={event} value={event} label={t(eventKey(event))} />
              ))}
            </div>
          ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  );
}

function Secret({ webhook, onClose }: { webhook: NewWebhook; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="32rem"
      yOffset="12vh"
      title={t('secret.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.secret}>
        <p>{t('secret.lead')}</p>
        <CopyLine label={t('secret.label')} value={webhook.secret} />
        <Button onClick={onClose}>{t('secret.done')}</Button>
      </div>
    </Modal>
  );
}
