import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceMember, Mailing } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { languages } from '../../../i18n/index.js';
import { RouteError } from '../../../shell/RouteError.js';
import { SkeletonRows } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { CodeChip } from './CodeChip.js';
import classes from './Mailing.module.css';
import { type AudienceFilter, audienceQuery } from './queries.js';
import { useCodeName } from './use-code-name.js';

/** Who would get it now, who is left out, and why. */
export function Audience({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation(['mail', 'common']);
  const [filter, setFilter] = useState<AudienceFilter>({});
  const audience = useInfiniteQuery({
    ...audienceQuery(mailing.id, mailing.version, filter),
    placeholderData: keepPreviousData,
  });
  if (audience.isError && !audience.data)
    return <RouteError error={audience.error} reset={() => void audience.refetch()} />;
  const counts = audience.data?.pages[0]?.counts;
  const items = audience.data?.pages.flatMap((page) => page.items) ?? [];
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
          <Reasons byCode={counts.byCode} filter={filter} onFilter={setFilter} />
        </>
      )}
      <ul className={admin.rows}>
        {items.map((item) => (
          <Person key={item.contactId} item={item} />
        ))}
      </ul>
      {audience.isSuccess && items.length === 0 && <p className={admin.nothing}>{t('audience.none')}</p>}
      {audience.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={audience.isFetchingNextPage}
          onClick={() => void audience.fetchNextPage()}
        >
          {t('audience.more')}
        </Button>
      )}
    </section>
  );
}

interface ReasonsProps {
  byCode: Record<string, number>;
  filter: AudienceFilter;
  onFilter: (filter: AudienceFilter) => void;
}

function Reasons({ byCode, filter, onFilter }: ReasonsProps) {
  const { t } = useTranslation('mail');
  const nameOf = useCodeName();
  const all = [
    { key: 'all', label: t('audience.all'), is: {}, count: null },
    { key: 'included', label: t('audience.included'), is: { included: 'true' as const }, count: null },
    { key: 'left', label: t('audience.left'), is: { included: 'false' as const }, count: null },
    ...Object.entries(byCode)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => ({ key: code, label: nameOf(code), is: { code }, count })),
  ];
  const isOn = (is: AudienceFilter) => is.included === filter.included && is.code === filter.code;
  return (
    <div className={classes.reasons} role="group" aria-label={t('audience.show')}>
      {all.map(({ key, label, is, count }) => (
        <button
          key={key}
          type="button"
          className={classes.reason}
          aria-pressed={isOn(is)}
          onClick={() => onFilter(is)}
        >
          {label}
          {count !== null && <b>{formatNumber(count)}</b>}
        </button>
      ))}
    </div>
  );
}

function Person({ item }: { item: AudienceMember }) {
  const { t } = useTranslation(['mail', 'common']);
  return (
    <li className={admin.row}>
      <div className={admin.what}>
        <Link to="/people/$id" params={{ id: item.contactId }} className={admin.name}>
          {item.name}
        </Link>{' '}
        <span className={admin.quiet}>{item.company?.name}</span>
        <p className={classes.sentence}>{item.sentence}</p>
      </div>
      <div className={classes.end}>
        {item.allowed && item.language && (
          <span className={admin.quiet}>
            {t(`common:language.${item.language}`)}
            {item.fellBack && ` · ${t('audience.fellBack')}`}
          </span>
        )}
        {item.allowed !== null && item.code && <CodeChip allowed={item.allowed} code={item.code} />}
      </div>
    </li>
  );
}
