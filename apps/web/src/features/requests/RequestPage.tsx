import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RouteError } from '../../shell/RouteError.js';
import { formatDate, formatRelative } from '../../i18n/format.js';
import { SkeletonRecord, useDocumentTitle } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import { ActStep } from './ActStep.js';
import { AnswerStep } from './AnswerStep.js';
import { DeadlineChip } from './DeadlineChip.js';
import { IdentityStep } from './IdentityStep.js';
import { Letters } from './Letters.js';
import type { SubjectRequest } from './model.js';
import { requestQuery } from './queries.js';
import { ReceivedStep } from './ReceivedStep.js';
import { RequestFacts } from './RequestFacts.js';
import { Trail } from './Trail.js';
import classes from './Requests.module.css';
import { WhoseStep } from './WhoseStep.js';

const route = getRouteApi('/app/privacy/requests/$id');

/** One request on its way from the day it came in to its answer. */
export function RequestPage() {
  const { t } = useTranslation('requests');
  const { id } = route.useParams();
  const request = useQuery(requestQuery(id));
  useDocumentTitle(request.data?.reference ?? t('title'));
  if (request.isError && !request.data)
    return <RouteError error={request.error} reset={() => void request.refetch()} />;
  return (
    <div className={classes.page}>
      <Link to="/privacy/requests" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('title')}
      </Link>
      {request.data ? <Loaded request={request.data} /> : <SkeletonRecord />}
    </div>
  );
}

function Loaded({ request }: { request: SubjectRequest }) {
  return (
    <>
      <Head request={request} />
      <div className={classes.columns}>
        <ol className={classes.steps}>
          <ReceivedStep request={request} />
          <WhoseStep request={request} />
          <IdentityStep request={request} />
          <ActStep request={request} />
          <AnswerStep request={request} />
        </ol>
        <aside className={classes.aside}>
          <RequestFacts request={request} />
          <Letters request={request} />
          <Trail events={request.events} />
        </aside>
      </div>
    </>
  );
}

/** What is asked for and by whom, and by when it is answered. */
function Head({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const { kind, contact, contactId, dueOn, closedAt, extension } = request;
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <h2>
          {t(`kind.${kind}`)}: {contact?.name ?? t(contactId ? 'erased' : 'unknown')}
        </h2>
        <DeadlineChip request={request} />
      </div>
      <p className={classes.due}>
        {closedAt
          ? t('closedOn', { date: formatDate(closedAt) })
          : t('answerBy', { date: formatDate(dueOn), relative: formatRelative(dueOn) })}
        {extension > 0 && ` ${t('extended', { count: extension })}`}
      </p>
    </header>
  );
}
