import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { openBreach } from '../../shell/dialogs.js';
import { Chip } from '../../ui/index.js';
import { rowsOf } from '../records/list/pages.js';
import admin from '../settings/Admin.module.css';
import { AddButton, ListPage, ListRow } from '../settings/ListPage.js';
import classes from './Breaches.module.css';
import { ClockChip } from './ClockChip.js';
import type { BreachListItem } from './model.js';
import { breachesQuery } from './queries.js';

/** Every breach of personal data, whether or not anybody had to be told of it (GDPR Art. 33(5)). */
export function BreachesPage() {
  const { t } = useTranslation(['breaches', 'common']);
  const { data, error, isError, refetch, ...query } = useInfiniteQuery(breachesQuery());
  const list = { data: data && { items: rowsOf(data.pages) }, error, isError, refetch };
  return (
    <ListPage
      // Only these four are read of it.
      list={list as Parameters<typeof ListPage<BreachListItem>>[0]['list']}
      title={t('title')}
      lead={t('lead')}
      empty={{ icon: IconShieldCheck, title: t('emptyTitle'), text: t('emptyText') }}
      add={<AddButton onClick={openBreach}>{t('report.open')}</AddButton>}
      row={(breach) => <Row key={breach.id} breach={breach} />}
    >
      {query.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </ListPage>
  );
}

function Row({ breach }: { breach: BreachListItem }) {
  const { t } = useTranslation('breaches');
  const { id, reference, facts, awareAt, risk, affected, closedAt } = breach;
  const told = [
    t('aware', { at: formatDateTime(awareAt) }),
    risk ? t(`risk.${risk}`) : t('notAssessed'),
    t('people', { count: affected }),
    reference,
  ];
  return (
    <ListRow
      name={
        <Link to="/privacy/breaches/$id" params={{ id }} className={classes.facts}>
          {facts}
        </Link>
      }
      facts={told.join(' · ')}
    >
      {closedAt ? <Chip>{t('closed')}</Chip> : <ClockChip breach={breach} />}
    </ListRow>
  );
}
