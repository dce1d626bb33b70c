import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { formatDate, formatNumber } from '../../../i18n/format.js';
import { SkeletonText } from '../../../ui/index.js';
import { Pills } from '../../mail/mailings/Pills.js';
import admin from '../../settings/Admin.module.css';
import type { Outcome, Run, RunItem } from '../model.js';
import { runItemsQuery } from '../queries.js';
import { useRuleWords } from '../rules/use-rule-words.js';
import { itemsBy, listed, outcomes } from './outcomes.js';
import classes from './Runs.module.css';
import { useRunText } from './use-run-text.js';

/** Who and what the run was about, by how it ended, with the reasons; exceptions first. */
export function RunItems({ run }: { run: Run }) {
  const { t } = useTranslation('retention');
  const { outcomeOf } = useRunText();
  const [chosen, setChosen] = useState<Outcome>();
  const counts = itemsBy(run);
  const shown = outcomes.filter((outcome) => counts[outcome] > 0);
  const outcome = chosen ?? shown[0];
  if (outcome === undefined) return null;
  return (
    <section className={admin.part} aria-labelledby="run-items">
      <h3 id="run-items" className={classes.heading}>
        {t('runs.items')}
      </h3>
      <Pills
        label={t('runs.items')}
        pills={shown.map((key) => ({ key, label: outcomeOf(run, key), count: counts[key] }))}
        chosen={outcome}
        onChoose={setChosen}
      />
      <Items run={run} outcome={outcome} />
    </section>
  );
}

function Items({ run, outcome }: { run: Run; outcome: Outcome }) {
  const { t } = useTranslation(['retention', 'common']);
  const { t: tCommon } = useTranslation();
  const list = useInfiniteQuery({ ...runItemsQuery(run.id, outcome), placeholderData: keepPreviousData });
  if (list.isError && !list.data) return <p className={admin.nothing}>{problemText(list.error, tCommon)}</p>;
  if (!list.data) return <SkeletonText rows={5} />;
  return (
    <>
      <ul className={admin.rows} aria-busy={list.isPlaceholderData}>
        {list.data.pages
          .flatMap(({ items }) => listed(items))
          .map((item) => (
            <Item key={item.id} item={item} />
          ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </>
  );
}

function Item({ item }: { item: RunItem }) {
  const { t, i18n } = useTranslation('retention');
  const { nameOf } = useRuleWords();
  const { subject, code, reason, dueOn, ruleKey, subjectType, count } = item;
  const why = code && (i18n.exists(`retention:code.${code}`) ? t(`code.${code}`) : t('code.other', { code }));
  const of = ruleKey === null ? t(`ground.${item.ground}`) : nameOf(ruleKey);
  return (
    <li className={classes.item}>
      <p className={admin.name}>
        {subject ? (
          <Link to="/people/$id" params={{ id: subject.id }}>
            {subject.name}
          </Link>
        ) : subjectType === 'contact' ? (
          <span className={admin.soft}>{t('runs.unseen')}</span>
        ) : (
          t('runs.things', { name: of, count, shown: formatNumber(count) })
        )}
      </p>
      <div className={classes.itemWhy}>
        {why && <p>{why}</p>}
        <p className={why ? admin.quiet : undefined}>
          {reason ?? [of, dueOn && formatDate(dueOn)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}
