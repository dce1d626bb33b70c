import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AudienceMember, Mailing } from '../../../api/model.js';
import admin from '../../settings/Admin.module.css';
import { CodeChip } from './CodeChip.js';
import classes from './Mailing.module.css';
import { type AudienceFilter, audienceQuery } from './queries.js';

/** People whom a mailing is meant for, each with the decision about them in words. */
export function AudienceList({ mailing, filter }: { mailing: Mailing; filter: AudienceFilter }) {
  const { t } = useTranslation('mail');
  const audience = useInfiniteQuery({
    ...audienceQuery(mailing.id, mailing.version, filter),
    placeholderData: keepPreviousData,
  });
  const items = audience.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
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
    </>
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
