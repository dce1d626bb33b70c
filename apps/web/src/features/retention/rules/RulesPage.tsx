import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { GraceSettings } from '../../erasure/Grace.js';
import admin from '../../settings/Admin.module.css';
import type { Rule } from '../model.js';
import { rulesQuery } from '../queries.js';
import { groupOf, groups } from './groups.js';
import classes from './Rules.module.css';
import { useRuleWords } from './use-rule-words.js';

/** How long everything is kept, each rule as a sentence (GDPR Art. 5(1)(e)). */
export function RulesPage() {
  const { t } = useTranslation('retention');
  useDocumentTitle(t('rules.title'));
  const may = useMay();
  const rules = useQuery(rulesQuery);
  if (rules.isError && !rules.data)
    return <RouteError error={rules.error} reset={() => void rules.refetch()} />;
  const items = rules.data?.items;
  return (
    <div className={admin.page}>
      <p className={classes.lead}>{t('rules.lead')}</p>
      {!items && <SkeletonRows rows={12} />}
      {items &&
        groups.map((group) => (
          <section key={group} className={classes.group} aria-labelledby={`rules-${group}`}>
            <h2 id={`rules-${group}`} className={admin.heading}>
              {t(`rules.group.${group}`)}
            </h2>
            <ul className={admin.rows}>
              {items
                .filter((rule) => groupOf(rule) === group)
                .map((rule) => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
            </ul>
          </section>
        ))}
      {items && may('erasures.read') && <GraceSettings />}
    </div>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const { t } = useTranslation(['retention', 'records']);
  const { nameOf, sentenceOf } = useRuleWords();
  return (
    <li className={`${admin.row} ${classes.rule}`}>
      <p className={admin.name}>
        <Link to="/privacy/rules/$id" params={{ id: rule.id }}>
          {nameOf(rule.key)}
        </Link>
      </p>
      <div className={classes.says}>
        <p>{sentenceOf(rule)}</p>
        <p className={admin.quiet}>{t(`records:basis.${rule.basis}`)}</p>
      </div>
      {rule.people !== null && (
        <p className={classes.count}>
          {t('people', { count: rule.people, shown: formatNumber(rule.people) })}
        </p>
      )}
    </li>
  );
}
