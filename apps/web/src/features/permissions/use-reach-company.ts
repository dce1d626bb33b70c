import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Addressee, type LinkedChannel, openCompanyGate } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { toast } from '../../ui/index.js';
import { forbids } from './company-objections.js';
import { objectionsQuery } from './queries.js';

/** Reaches a company by its own number or address: what it has forbidden is looked up first, by who may see it. */
export function useReachCompany(): (
  company: Addressee,
  channel: LinkedChannel,
  href: string,
) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('permissions');
  const mayRead = useMay()('contacts.read_privacy');
  return async ({ id, name }, channel, href) => {
    try {
      const query = objectionsQuery({ kind: 'companies', id });
      const { items } = mayRead ? await client.fetchQuery({ ...query, staleTime: 0 }) : { items: [] };
      if (forbids(items, channel)) openCompanyGate({ id, name }, channel, href);
      else window.location.assign(href);
    } catch {
      toast(t('gate.unknown'), { tone: 'error' });
    }
  };
}

/** Whether the company forbids being reached so, as far as the reader sees. */
export function useForbidden(companyId: string): (channel: LinkedChannel) => boolean {
  const mayRead = useMay()('contacts.read_privacy');
  const { data } = useQuery({
    ...objectionsQuery({ kind: 'companies', id: companyId }),
    enabled: mayRead,
  });
  return (channel) => forbids(data?.items ?? [], channel);
}
