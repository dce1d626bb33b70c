import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonRecord, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import type { RuleWithHistory } from '../model.js';
import { ruleQuery } from '../queries.js';
import { EditRule } from './EditRule.js';
import { History } from './History.js';
import classes from './Rules.module.css';
import { useRuleWords } from './use-rule-words.js';

const route = getRouteApi('/app/privacy/rules/$id');

/** One rule: what it says, what a change would erase, and what it said before. */
export function RulePage() {
  const { t } = useTranslation('retention');
  const { id } = route.useParams();
  const rule = useQuery(ruleQuery(id));
  const { nameOf } = useRuleWords();
  useDocumentTitle(rule.data ? nameOf(rule.data.key) : t('rules.title'));
  if (rule.isError && !rule.data) return <RouteError error={rule.error} reset={() => void rule.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/privacy/rules" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('rules.back')}
      </Link>
      {rule.data ? <Loaded rule={rule.data} /> : <SkeletonRecord />}
    </div>
  );
}

function Loaded({ rule }: { rule: RuleWithHistory }) {
  const { t } = useTranslation('retention');
  const { nameOf, sentenceOf } = useRuleWords();
  const may = useMay();
  return (
    <>
      <div className={classes.head}>
        <h2>{nameOf(rule.key)}</h2>
        <p className={classes.sentence}>{sentenceOf(rule)}</p>
        {rule.people !== null && (
          <p className={admin.quiet}>
            {t('rules.keeps', { count: rule.people, shown: formatNumber(rule.people) })}
          </p>
        )}
      </div>
      {may('retention.manage') && !rule.isSetElsewhere ? (
        <EditRule key={`${rule.id}-${rule.version}`} rule={rule} />
      ) : (
        <Facts rule={rule} />
      )}
      <History rule={rule} />
    </>
  );
}

function Facts({ rule }: { rule: RuleWithHistory }) {
  const { t } = useTranslation(['retention', 'records']);
  const { noteOf, periodText } = useRuleWords();
  const may = useMay();
  return (
    <dl className={classes.facts}>
      <dt>{t('rules.basis')}</dt>
      <dd>{t(`records:basis.${rule.basis}`)}</dd>
      <dt>{t('rules.note')}</dt>
      <dd>{noteOf(rule, rule.note)}</dd>
      {rule.longest !== null && (
        <>
          <dt>{t('rules.longest')}</dt>
          <dd>{periodText(rule.longest)}</dd>
        </>
      )}
      {rule.keeps.length > 0 && (
        <>
          <dt>{t('rules.kept')}</dt>
          <dd>{rule.keeps.map((category) => t(`category.${category}`)).join(', ')}</dd>
        </>
      )}
      {rule.isSetElsewhere && may('settings.manage') && (
        <dd className={classes.elsewhere}>
          <Link to="/settings/access">{t('rules.elsewhere')}</Link>
        </dd>
      )}
    </dl>
  );
}
