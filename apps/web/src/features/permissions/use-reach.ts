import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Addressee, type LinkedChannel, openGate, openMail } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { toast } from '../../ui/index.js';
import { decisionQuery } from './queries.js';

/**
 * Reaches a person: asks for the decision of this moment first, and goes on only when it is yes. Mail is written here,
 * so that what has to go with it does; whoever writes none gets the link of their own mail program.
 */
export function useReach(): (contact: Addressee, channel: LinkedChannel, href: string) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('permissions');
  const may = useMay();
  return async (contact, channel, href) => {
    if (channel === 'email' && may('messages.create')) return openMail(contact);
    try {
      const query = decisionQuery(contact.id, channel, 'direct_marketing');
      const decision = await client.fetchQuery({ ...query, staleTime: 0 });
      if (decision.allowed) window.location.assign(href);
      else openGate(contact, channel, href);
    } catch {
      toast(t('gate.unknown'), { tone: 'error' });
    }
  };
}
