import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { Chip, SkeletonRecord, useDocumentTitle } from '../../ui/index.js';
import requests from '../requests/Requests.module.css';
import admin from '../settings/Admin.module.css';
import { Affected } from './Affected.js';
import { Assess } from './Assess.js';
import { AuthorityNotice } from './AuthorityNotice.js';
import classes from './Breaches.module.css';
import { BreachTrail } from './BreachTrail.js';
import { ClockChip } from './ClockChip.js';
import { CloseBreach } from './CloseBreach.js';
import type { Breach } from './model.js';
import { PeopleNotices } from './PeopleNotices.js';
import { breachQuery } from './queries.js';

const route = getRouteApi('/app/privacy/breaches/$id');

/** One breach: what is known of it, whom it is about, who was told. */
export function BreachPage() {
  const { t } = useTranslation('breaches');
  const { id } = route.useParams();
  const breach = useQuery(breachQuery(id));
  useDocumentTitle(breach.data?.reference ?? t('title'));
  if (breach.isError && !breach.data)
    return <RouteError error={breach.error} reset={() => void breach.refetch()} />;
  return (
    <div className={requests.page}>
      <Link to="/privacy/breaches" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('title')}
      </Link>
      {breach.data ? <Loaded breach={breach.data} /> : <SkeletonRecord />}
    </div>
  );
}

function Loaded({ breach }: { breach: Breach }) {
  return (
    <>
      <Head breach={breach} />
      <div className={requests.columns}>
        <div className={classes.parts}>
          {/* Begun anew where somebody else assessed it, with what they said. */}
          <Assess key={breach.version} breach={breach} />
          <Affected breach={breach} />
          <AuthorityNotice breach={breach} />
          <PeopleNotices breach={breach} />
          <CloseBreach breach={breach} />
        </div>
        <aside className={requests.aside}>
          <BreachTrail breach={breach} />
        </aside>
      </div>
    </>
  );
}

function Head({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const { reference, awareAt, notifyBefore, urgency, reportedBy, closedAt } = breach;
  return (
    <header className={requests.head}>
      <div className={requests.title}>
        <h2>{t('one', { reference })}</h2>
        {closedAt ? <Chip>{t('closed')}</Chip> : <ClockChip breach={breach} />}
      </div>
      <p className={requests.due}>
        {t('aware', { at: formatDateTime(awareAt) })}
        {urgency !== 'done' && ` · ${t('before', { at: formatDateTime(notifyBefore) })}`}
        {reportedBy && ` · ${t('reportedBy', { name: reportedBy.name })}`}
      </p>
    </header>
  );
}
