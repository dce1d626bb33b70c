import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../../api/acting.js';
import type { Restriction } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { Chip, EmptyState, SkeletonRows, useDocumentTitle } from '../../ui/index.js';
import { ActFirst } from './ActFirst.js';
import { LiftDialog } from './LiftDialog.js';
import { restrictionsQuery } from './queries.js';
import classes from './Privacy.module.css';

/** Everybody whose processing is restricted (GDPR Art. 18). */
export function RestrictionsPage() {
  const { t } = useTranslation('privacy');
  useDocumentTitle(t('tabs.restrictions'));
  const reason = useActing();
  return reason === null ? <ActFirst /> : <Restrictions reason={reason} />;
}

function Restrictions({ reason }: { reason: string }) {
  const { t } = useTranslation('privacy');
  const list = useQuery(restrictionsQuery(reason));
  if (list.isError && !list.data) return <RouteError error={list.error} reset={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={4} />;
  if (list.data.items.length === 0) {
    return (
      <EmptyState icon={IconLock} title={t('restrictions.emptyTitle')}>
        {t('restrictions.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <p className={classes.soft}>{t('restrictions.lead')}</p>
      <ul className={classes.rows}>
        {list.data.items.map((one) => (
          <RestrictedPerson key={one.contactId} restriction={one} />
        ))}
      </ul>
    </div>
  );
}

function RestrictedPerson({ restriction }: { restriction: Restriction }) {
  const { t } = useTranslation('privacy');
  const [isLifting, setLifting] = useState(false);
  const { contact, company, lifting } = restriction;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p>
          <Link to="/people/$id" params={{ id: contact.id }} className={classes.name}>
            {contact.name}
          </Link>
          {company && <span className={classes.soft}>, {company.name}</span>}
        </p>
        <p className={classes.reason}>{restriction.reason}</p>
        <p className={classes.quiet}>
          {t('restrictions.placed', {
            name: restriction.placedBy?.name ?? '',
            date: formatDate(restriction.placedAt),
          })}
          {restriction.until && ` · ${t('restrictions.until', { date: formatDate(restriction.until) })}`}
        </p>
      </div>
      <div className={classes.state}>
        {lifting ? (
          <>
            <Chip tone="warn">{t('restrictions.lifting')}</Chip>
            <span className={classes.quiet}>
              {t(lifting.noticeQueuedAt ? 'restrictions.noticeQueued' : 'restrictions.nobodyTold')}
            </span>
          </>
        ) : (
          <Chip icon={IconLock} tone="info">
            {t('restrictions.restricted')}
          </Chip>
        )}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => setLifting(true)}>
        {t('lift.open')}
      </Button>
      {isLifting && <LiftDialog restriction={restriction} onClose={() => setLifting(false)} />}
    </li>
  );
}
