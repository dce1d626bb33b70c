import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { languages } from '../../../i18n/index.js';
import { RouteError } from '../../../shell/RouteError.js';
import { SkeletonRows } from '../../../ui/index.js';
import { AudienceList } from './AudienceList.js';
import classes from './Mailing.module.css';
import { Pills } from './Pills.js';
import { audienceQuery } from './queries.js';
import { useReasonPills } from './use-reason-pills.js';

const groups = { all: {}, included: { included: 'true' }, left: { included: 'false' } } as const;
const isGroup = (key: string): key is keyof typeof groups => key in groups;

/** Who would get it now, who is left out, and why. */
export function Audience({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation(['mail', 'common']);
  const reasonPills = useReasonPills();
  /** A group, or the code of a decision. */
  const [chosen, setChosen] = useState('all');
  const filter = isGroup(chosen) ? groups[chosen] : { code: chosen };
  const audience = useInfiniteQuery({
    ...audienceQuery(mailing.id, mailing.version, filter),
    placeholderData: keepPreviousData,
  });
  if (audience.isError && !audience.data)
    return <RouteError error={audience.error} reset={() => void audience.refetch()} />;
  const counts = audience.data?.pages[0]?.counts;
  return (
    <section className={classes.part} aria-labelledby="mailing-audience">
      <div className={classes.partHead}>
        <h3 id="mailing-audience">{t('step.audience')}</h3>
      </div>
      {!counts ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <div className={classes.numbers}>
            <p className={classes.number}>
              <strong>{formatNumber(counts.included)}</strong>
              <span>{t('audience.gets', { count: counts.included })}</span>
            </p>
            <p className={classes.number} data-quiet>
              <strong>{formatNumber(counts.leftOut)}</strong>
              <span>{t('audience.leftOut', { count: counts.leftOut })}</span>
            </p>
          </div>
          <p className={classes.hint}>
            {languages
              .filter((language) => counts.byLanguage[language])
              .map(
                (language) =>
                  `${t(`common:language.${language}`)} ${formatNumber(counts.byLanguage[language] ?? 0)}`,
              )
              .join(' · ')}
            {counts.included === 0 ? t('audience.nobody') : ` · ${t('send.testFirst')}`}
          </p>
          <Pills<string>
            label={t('audience.show')}
            pills={[
              ...(['all', 'included', 'left'] as const).map((key) => ({ key, label: t(`audience.${key}`) })),
              ...reasonPills(counts.byCode),
            ]}
            chosen={chosen}
            onChoose={setChosen}
          />
          <AudienceList mailing={mailing} filter={filter} />
        </>
      )}
    </section>
  );
}
