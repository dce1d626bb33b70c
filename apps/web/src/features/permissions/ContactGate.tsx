import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Addressee, closeDialog, type LinkedChannel, openMail } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { Gate } from './Gate.js';
import { decisionQuery } from './queries.js';

interface Props {
  contact: Addressee;
  channel: LinkedChannel;
  href: string;
}

/** Why this person is not called or written to, and what may still be done: their service, never a sale. */
export function ContactGate({ contact, channel, href }: Props) {
  const { t } = useTranslation('permissions');
  const mayWrite = useMay()('messages.create');
  const marketing = useQuery(decisionQuery(contact.id, channel, 'direct_marketing')).data;
  const service = useQuery(decisionQuery(contact.id, channel, 'service')).data;
  const go = () => {
    closeDialog();
    if (channel === 'email' && mayWrite) openMail(contact, 'service');
    else window.location.assign(href);
  };
  const waiting = <Skeleton height={120} role="status" aria-label={t('gate.checking')} />;
  return (
    <Gate
      name={contact.name}
      channel={channel}
      refusal={marketing && service ? marketing : waiting}
      onService={service?.allowed ? go : undefined}
    />
  );
}
