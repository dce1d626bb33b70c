import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format.js';
import { ActButton, Chip } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { InboundForm } from './InboundForm.js';
import { inboundMailboxQuery, useInboundMailbox } from './queries.js';

/** Where bounces, complaints and replies are read from. */
export function InboundPart() {
  const { t } = useTranslation('mail');
  const { data: mailbox, isPending } = useQuery(inboundMailboxQuery);
  const [isEditing, setEditing] = useState(false);
  const { end } = useInboundMailbox(mailbox ?? null);
  if (isPending || mailbox === undefined) return null;
  return (
    <section className={admin.part}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('inbound.title')}</h2>
          <p>{t('inbound.lead')}</p>
        </div>
        <div className={admin.acts}>
          {mailbox && (
            <ActButton act={end} done={t('inbound.ended')}>
              {t('inbound.end')}
            </ActButton>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            {t(mailbox ? 'edit' : 'inbound.begin')}
          </Button>
        </div>
      </div>
      {mailbox && (
        <div className={admin.row}>
          <div className={admin.what}>
            <p className={admin.name}>
              {mailbox.user} · {mailbox.host}
            </p>
            <p className={admin.quiet}>
              {mailbox.readAt && t('inbound.readAt', { at: formatDateTime(mailbox.readAt) })}
            </p>
          </div>
          <div className={admin.end}>
            {mailbox.failure ? (
              <Chip tone="danger">{t(`inbound.failure.${mailbox.failure}`)}</Chip>
            ) : (
              <Chip tone="accent">{t('inbound.works')}</Chip>
            )}
          </div>
        </div>
      )}
      {isEditing && <InboundForm mailbox={mailbox} onClose={() => setEditing(false)} />}
    </section>
  );
}
