import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../../i18n/format.js';
import type { Outcome, RunSummary } from '../model.js';
import { outcomes } from './outcomes.js';

/** Runs in words. */
export function useRunText() {
  const { t } = useTranslation('retention');
  const outcomeOf = (run: Pick<RunSummary, 'dryRun'>, outcome: Outcome): string =>
    t(run.dryRun && outcome === 'pending' ? 'outcome.would' : `outcome.${outcome}`);
  return {
    outcomeOf,
    titleOf: (run: RunSummary) =>
      t(run.dryRun ? 'runs.tried' : 'runs.run', { at: formatDateTime(run.startedAt ?? run.requestedAt) }),
    /** Who asked for it. */
    byOf: ({ kind, requestedBy }: Pick<RunSummary, 'kind' | 'requestedBy'>) =>
      kind === 'nightly' ? t('runs.nightly') : t('runs.byHand', { name: requestedBy?.name ?? '' }),
    /** "3 poistettu · 1 epäonnistui". */
    resultOf: (run: RunSummary): string => {
      const { people } = run;
      if (!people) return '';
      const parts = outcomes
        .filter((outcome) => people[outcome] > 0)
        .map((outcome) => `${formatNumber(people[outcome])} ${outcomeOf(run, outcome).toLowerCase()}`);
      return parts.length > 0 ? parts.join(' · ') : t('runs.nobody');
    },
  };
}
