import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.js';
import admin from '../../settings/Admin.module.css';
import type { Run } from '../model.js';
import { useRuleWords } from '../rules/use-rule-words.js';
import { byRule, outcomes, type RuleResult } from './outcomes.js';
import classes from './Runs.module.css';
import { useRunText } from './use-run-text.js';

/** What the run did by each rule, and by which version of it. */
export function ByRule({ run }: { run: Run }) {
  const { t } = useTranslation('retention');
  const results = byRule(run).filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  return (
    <section className={admin.part} aria-labelledby="run-rules">
      <h3 id="run-rules" className={admin.heading}>
        {t('runs.byRule')}
      </h3>
      {results.length === 0 ? (
        <p className={admin.nothing}>{t('runs.nothing')}</p>
      ) : (
        <ul className={admin.rows}>
          {results.map((result) => (
            <Result key={result.key} run={run} result={result} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Result({ run, result }: { run: Run; result: RuleResult }) {
  const { t } = useTranslation('retention');
  const { nameOf } = useRuleWords();
  const { outcomeOf } = useRunText();
  const { ruleKey, ground, action, isPeople, counts } = result;
  const version = ruleKey === null ? undefined : run.ruleVersions?.[ruleKey];
  return (
    <li className={classes.rule}>
      <div>
        <p className={admin.name}>{ruleKey === null ? t(`ground.${ground}`) : nameOf(ruleKey)}</p>
        <p className={admin.quiet}>
          {[
            t(isPeople ? `action.${action}` : `thingAction.${action}`),
            version !== undefined && t('runs.version', { version }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ul className={classes.counts}>
        {outcomes.map((outcome) => {
          const count = counts[outcome] ?? 0;
          return (
            count > 0 && (
              <li key={outcome} data-tone={outcome === 'failed' ? 'danger' : undefined}>
                <b>{formatNumber(count)}</b> {outcomeOf(run, outcome).toLowerCase()}
              </li>
            )
          );
        })}
      </ul>
    </li>
  );
}
