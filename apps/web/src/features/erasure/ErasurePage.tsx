import { IconAlertTriangle, IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatNumber } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMay } from '../../shell/use-may.js';
import { ActButton, SkeletonText, useDocumentTitle } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import { CertificateView } from './CertificateView.js';
import { DecideMentions } from './DecideMentions.js';
import { DoneTables } from './DoneTables.js';
import { type Erasure, erasureQuery, useTakeBack } from './queries.js';
import { StatusChip } from './StatusChip.js';
import classes from './Erasure.module.css';

const route = getRouteApi('/app/privacy/erasures/$id');

/** One erasure from its request to its certificate. */
export function ErasurePage() {
  const { t } = useTranslation('erasure');
  const { id } = route.useParams();
  const erasure = useQuery(erasureQuery(id));
  useDocumentTitle(t('title'));
  if (erasure.isError && !erasure.data)
    return <RouteError error={erasure.error} reset={() => void erasure.refetch()} />;
  return (
    <div className={classes.page}>
      <Link to="/privacy/erasures" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('title')}
      </Link>
      {erasure.data ? <Loaded erasure={erasure.data} /> : <SkeletonText />}
    </div>
  );
}

function Loaded({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('erasure');
  const mayManage = useMay()('erasures.manage');
  const { status, ground, requestedAt, contactId } = erasure;
  return (
    <>
      <div className={classes.head}>
        <h2>{t('one', { date: formatDate(requestedAt) })}</h2>
        <StatusChip status={status} />
      </div>
      <p className={classes.soft}>
        {t(`ground.${ground}`)}
        {status === 'in_grace' && contactId && (
          <>
            {' · '}
            <Link to="/people/$id" params={{ id: contactId }}>
              {t('toPerson')}
            </Link>
          </>
        )}
      </p>
      <Steps erasure={erasure} />
      <HowItStands erasure={erasure} />
      {mayManage && ['waiting_for_decisions', 'held'].includes(status) && <DecideMentions id={erasure.id} />}
      {erasure.certificate ? <CertificateView erasure={erasure} /> : <DoneTables done={erasure.done} />}
    </>
  );
}

const steps = ['requested', 'erased', 'decided', 'certified'] as const;

/** How far it has come. */
function Steps({ erasure: { progress } }: { erasure: Erasure }) {
  const { t } = useTranslation('erasure');
  return (
    <ol className={classes.steps} aria-label={t('progress', { done: progress.done, of: progress.of })}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-done={index < progress.done || undefined}
          aria-current={index === progress.done ? 'step' : undefined}
        >
          <span className={classes.dot}>
            {index < progress.done && <IconCheck size={12} stroke={2.4} aria-hidden />}
          </span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** What it waits for, or what went wrong. */
function HowItStands({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('erasure');
  const { status, notBefore, leftovers, unread } = erasure;
  if (status === 'complete') return null;
  const isWrong = status === 'failed' || status === 'incomplete';
  return (
    <div className={admin.notice} data-tone={isWrong ? 'warn' : undefined}>
      {isWrong && <IconAlertTriangle size={16} stroke={1.7} aria-hidden />}
      <div>
        <p>{t(`stands.${status}`, { at: notBefore ? formatDateTime(notBefore) : '' })}</p>
        {status === 'in_grace' && <TakeBack id={erasure.id} />}
        {isWrong && leftovers.length + unread.length > 0 && (
          <ul>
            {leftovers.map(({ where, what, count }) => (
              <li key={where} title={where}>
                {what} ({formatNumber(count)})
              </li>
            ))}
            {unread.map((table) => (
              <li key={table}>
                <code>{table}</code> ({t('unread')})
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function TakeBack({ id }: { id: string }) {
  const { t } = useTranslation('erasure');
  const navigate = useNavigate();
  const takeBack = useTakeBack(id);
  if (!useMay()('erasures.manage')) return null;
  return (
    <ActButton
      act={takeBack}
      variant="default"
      size="compact-sm"
      mt="xs"
      done={t('takenBack')}
      problems={{ not_in_grace: t('notInGrace') }}
      onDone={() => void navigate({ to: '/privacy/erasures' })}
    >
      {t('takeBack')}
    </ActButton>
  );
}
