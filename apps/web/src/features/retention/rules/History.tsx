import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import admin from '../../settings/Admin.module.css';
import type { RuleWithHistory } from '../model.js';
import classes from './Rules.module.css';
import { useRuleWords } from './use-rule-words.js';

/** What the rule has said, who decided so and when; kept as evidence (GDPR Art. 5(2)). */
export function History({ rule }: { rule: RuleWithHistory }) {
  const { t } = useTranslation(['retention', 'records']);
  const { sentenceOf, noteOf } = useRuleWords();
  return (
    <section className={admin.part} aria-labelledby="rule-history">
      <h3 id="rule-history" className={admin.heading}>
        {t('rules.history')}
      </h3>
      <ol className={admin.rows}>
        {rule.versions.map((version) => (
          <li key={version.version} className={`${admin.row} ${classes.version}`}>
            <p className={admin.quiet}>
              {version.changedBy === null
                ? t('rules.asShipped', { date: formatDate(version.changedAt) })
                : t('rules.changed', { date: formatDate(version.changedAt), name: version.changedBy.name })}
            </p>
            <div className={classes.says}>
              <p>{sentenceOf({ ...rule, ...version })}</p>
              <p className={admin.quiet}>
                {t(`records:basis.${version.basis}`)} · {noteOf(rule, version.note)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
