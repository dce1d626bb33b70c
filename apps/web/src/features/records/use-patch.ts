import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.js';
import { useOptimistic } from '../../api/optimistic.js';
import { toast } from '../../ui/index.js';

/** One inline edit of a record. */
export interface Edit<Item, Patch> {
  /** The field's name, for the messages. */
  label: string;
  patch: Patch;
  /** What else changes on screen at once (the company's name beside its id); the patch itself is always shown. */
  look?: Partial<Item>;
  /** The field of a record in words, to say what somebody else has made of it. */
  show: (record: Item) => string | null;
}

interface Options<Item, Patch> {
  queryKey: QueryKey;
  save: (patch: Patch, version: number) => Promise<Item>;
  /** The part of the record that would take this patch back. */
  revert: (before: Item, patch: Patch) => Patch;
  invalidate: QueryKey[];
}

/**
 * Edits of one record: shown at once, undone within ten seconds. When somebody else was faster, theirs is shown, named in a
 * message, and the own value can be put over it on purpose. Rejects for what the field itself can mend (a wrong e-mail address).
 */
export function usePatch<Item extends { version: number }, Patch extends object>(
  options: Options<Item, Patch>,
) {
  const client = useQueryClient();
  const { t } = useTranslation('records');
  const { change } = useOptimistic<Item, Edit<Item, Patch>>({
    queryKey: options.queryKey,
    apply: (record, { patch, look }) => ({ ...record, ...patch, ...look }),
    // Edits wait for each other: by now an earlier one may have raised the version.
    save: ({ patch }, before) =>
      options.save(patch, client.getQueryData<Item>(options.queryKey)?.version ?? before.version),
    undo: (before, edit) => ({
      ...edit,
      patch: options.revert(before, edit.patch),
      look: pick(before, Object.keys(edit.look ?? {})),
    }),
    message: ({ label }) => t('edit.saved', { field: label }),
    invalidate: options.invalidate,
  });

  async function tellConflict(edit: Edit<Item, Patch>): Promise<void> {
    await client.refetchQueries({ queryKey: options.queryKey, exact: true });
    const now = client.getQueryData<Item>(options.queryKey);
    const value = (now && edit.show(now)) || t('edit.emptyValue');
    toast(`${t('edit.conflictTitle')}. ${t('edit.conflictText', { field: edit.label, value })}`, {
      tone: 'error',
      duration: 20_000,
      action: { label: t('edit.useMine'), run: () => void save(edit).catch(() => undefined) },
    });
  }

  async function save(edit: Edit<Item, Patch>): Promise<void> {
    try {
      await change(edit);
    } catch (error) {
      if (isProblem(error, 'stale_version')) return tellConflict(edit);
      void client.invalidateQueries({ queryKey: options.queryKey, exact: true });
      throw error;
    }
  }
  return save;
}

/** The named parts of a record. */
export function pick<Item extends object>(record: Item, keys: string[]): Partial<Item> {
  // The keys come from a partial of the same record, so what is picked is one too.
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key))) as Partial<Item>;
}
