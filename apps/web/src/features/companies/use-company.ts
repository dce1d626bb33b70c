import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Company, CompanyPatch } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { companyQuery } from '../../api/queries.js';
import { toast } from '../../ui/index.js';
import { toSourceInput } from '../records/facts/source.js';
import { pick, usePatch } from '../records/use-patch.js';

const lists = [['companies', 'list'], ['contacts'], ['interactions'], ['today'], ['search']];

/** Saves one inline edit of a company. */
export function useCompanyPatch(id: string) {
  return usePatch<Company, CompanyPatch>({
    queryKey: companyQuery(id).queryKey,
    save: (body, version) =>
      ok(api.PATCH('/companies/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body })),
    revert: (before, patch) => {
      const { addresses, source, ...others } = pick(before, Object.keys(patch));
      return {
        ...others,
        ...(addresses ? { addresses } : {}),
        ...(source ? { source: toSourceInput(source) } : {}),
      };
    },
    invalidate: lists,
  });
}

/** Archives or restores; a toast takes it back. */
export function useArchiveCompany(): (company: Company, archive: boolean) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('records');
  return async function set(company, archive): Promise<void> {
    const params = { path: { id: company.id } };
    const call = archive
      ? api.PUT('/companies/{id}/archival', { params })
      : api.DELETE('/companies/{id}/archival', { params });
    try {
      const saved = await ok(call);
      client.setQueryData(companyQuery(company.id).queryKey, saved);
      for (const queryKey of lists) void client.invalidateQueries({ queryKey });
      toast(t(archive ? 'archive.done' : 'archive.undone', { name: company.name }), {
        action: { label: t('edit.undo'), run: () => void set(saved, !archive) },
      });
    } catch (error) {
      toast(problemText(error, t), { tone: 'error' });
    }
  };
}
