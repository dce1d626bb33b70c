import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../api/client.js';
import type { Contact, ContactPatch } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { contactQuery } from '../../api/queries.js';
import { toast } from '../../ui/index.js';
import { toSourceInput } from '../records/facts/source.js';
import { pick, usePatch } from '../records/use-patch.js';

const lists = [['contacts', 'list'], ['companies'], ['interactions'], ['today'], ['search']];

/** Saves one inline edit of a person. */
export function usePersonPatch(id: string) {
  return usePatch<Contact, ContactPatch>({
    queryKey: contactQuery(id).queryKey,
    save: (body, version) =>
      ok(api.PATCH('/contacts/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body })),
    revert: (before, patch) => {
      const { sources, emails, phones, bases, ...others } = pick(before, Object.keys(patch));
      return {
        ...others,
        ...(emails ? { emails } : {}),
        ...(phones ? { phones } : {}),
        ...(bases ? { bases } : {}),
        ...(sources ? { sources: sources.map(toSourceInput) } : {}),
      };
    },
    invalidate: lists,
  });
}

/** Archives or restores; a toast takes it back. */
export function useArchivePerson(): (person: Contact, archive: boolean) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('records');
  return async function set(person, archive): Promise<void> {
    const params = { path: { id: person.id } };
    const call = archive
      ? api.PUT('/contacts/{id}/archival', { params })
      : api.DELETE('/contacts/{id}/archival', { params });
    try {
      const saved = await ok(call);
      client.setQueryData(contactQuery(person.id).queryKey, saved);
      for (const queryKey of lists) void client.invalidateQueries({ queryKey });
      toast(t(archive ? 'archive.done' : 'archive.undone', { name: person.name }), {
        action: { label: t('edit.undo'), run: () => void set(saved, !archive) },
      });
    } catch (error) {
      toast(problemText(error, t), { tone: 'error' });
    }
  };
}
