import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../ui/toasts.js';
import { ApiProblem } from './problem.js';
import { problemText } from './problem-text.js';

export interface Optimistic<Data, Vars> {
  /** The cached record that the change shows in at once. */
  queryKey: QueryKey;
  /** The record as it will look. */
  apply: (data: Data, vars: Vars) => Data;
  /** Sends the change; `before` is the record as it was (for its version). @returns the record the server made of it. */
  save: (vars: Vars, before: Data) => Promise<Data>;
  /** The change that takes this one back; with it, a toast offers to undo for ten seconds. */
  undo?: (before: Data, vars: Vars) => Vars;
  /** What the toast says happened. Without it, no toast. */
  message?: (vars: Vars) => string;
  /** Other queries that the change makes stale, such as lists. */
  invalidate?: QueryKey[];
}

/**
 * A change that shows before the server has answered, is taken back when it fails, and can be undone for ten seconds.
 * `mutateAsync(vars)` rejects with the ApiProblem, so that an inline edit can keep what was typed.
 */
export function useOptimistic<Data, Vars>(options: Optimistic<Data, Vars>) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const { queryKey } = options;

  async function send({ vars, before }: { vars: Vars; before: Data }): Promise<Data> {
    const saved = await options.save(vars, before);
    client.setQueryData<Data>(queryKey, saved);
    return saved;
  }

  const mutation = useMutation({
    mutationFn: send,
    scope: { id: JSON.stringify(queryKey) },
    onSettled: () =>
      Promise.all((options.invalidate ?? []).map((key) => client.invalidateQueries({ queryKey: key }))),
  });

  async function change(vars: Vars, isUndo = false): Promise<Data> {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData<Data>(queryKey);
    if (before === undefined) throw new Error('useOptimistic needs the record in the cache');
    client.setQueryData<Data>(queryKey, options.apply(before, vars));
    try {
      const saved = await mutation.mutateAsync({ vars, before });
      if (!isUndo && options.message) offerUndo(options.message(vars), before, vars);
      return saved;
    } catch (error) {
      client.setQueryData<Data>(queryKey, before);
      if (error instanceof ApiProblem && error.status === 412) await client.invalidateQueries({ queryKey });
      if (isUndo) toast(problemText(error, t), { tone: 'error' });
      throw error;
    }
  }

  function offerUndo(message: string, before: Data, vars: Vars): void {
    const takeBack = options.undo?.(before, vars);
    toast(
      message,
      takeBack === undefined
        ? {}
        : {
            action: {
              label: t('action.undo'),
              run: () => void change(takeBack, true).catch(() => undefined),
            },
          },
    );
  }

  return {
    /** Changes now; rejects when the server refused. */
    change: (vars: Vars) => change(vars),
    isSaving: mutation.isPending,
  };
}
