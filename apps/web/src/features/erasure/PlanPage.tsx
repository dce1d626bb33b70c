import { IconAlertTriangle, IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { contactQuery } from '../../api/queries.js';
import { formatDate } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { SkeletonText, useDocumentTitle } from '../../ui/index.js';
import { ErasedPerson } from '../people/clock/ErasedPerson.js';
import type { HoldGround } from '../retention/model.js';
import admin from '../settings/Admin.module.css';
import { ConfirmErasure } from './ConfirmErasure.js';
import { PlanMentions } from './PlanMentions.js';
import { PlanTables } from './PlanTables.js';
import { type Plan, planQuery } from './queries.js';
import classes from './Erasure.module.css';

const route = getRouteApi('/app/people/$id/erasure');

/** What erasing a person would do, before anybody does it; and doing it. */
export function PlanPage() {
  const { t } = useTranslation('erasure');
  const { id } = route.useParams();
  const person = useQuery(contactQuery(id));
  useDocumentTitle(t('plan.title', { name: person.data?.name ?? '' }));
  if (person.isError && !person.data)
    return <RouteError error={person.error} reset={() => void person.refetch()} />;
  if (!person.data) return <SkeletonText />;
  if (person.data.erasedAt) return <ErasedPerson id={id} erasedAt={person.data.erasedAt} />;
  return <PersonPlan person={person.data} />;
}

function PersonPlan({ person }: { person: Contact }) {
  const { t } = useTranslation(['erasure', 'people']);
  const plan = useQuery(planQuery(person.id));
  if (plan.isError && !plan.data) return <RouteError error={plan.error} reset={() => void plan.refetch()} />;
  return (
    <div className={classes.page}>
      <Link to="/people/$id" params={{ id: person.id }} className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {person.name || t('people:nameUnknown')}
      </Link>
      <h1>{t('plan.title', { name: person.name })}</h1>
      <p className={classes.soft}>{t('plan.lead')}</p>
      {plan.data ? (
        <>
          <Notices plan={plan.data} />
          <PlanTables plan={plan.data} />
          <PlanMentions mentions={plan.data.mentions} />
          <p className={classes.last}>{plan.data.sentences.at(-1)}</p>
          <ConfirmErasure person={person} plan={plan.data} onOutdated={() => void plan.refetch()} />
        </>
      ) : (
        <div aria-busy>
          <p className={classes.looking}>{t('plan.looking')}</p>
          <SkeletonText />
        </div>
      )}
    </div>
  );
}

/** What one should know before: something stays for a while, or a pseudonym would hide nobody. */
function Notices({ plan: { holds, smallCell } }: { plan: Plan }) {
  const { t } = useTranslation(['erasure', 'retention']);
  return (
    <>
      {holds.length > 0 && (
        <div className={admin.notice}>
          <IconLock size={16} stroke={1.7} aria-hidden />
          <div>
            <p>{t('plan.held')}</p>
            <ul>
              {holds.map(({ id, ground, until, reviewOn }) => (
                <li key={id}>
                  {t(`retention:holdGround.${ground as HoldGround}`)}:{' '}
                  {until
                    ? t('plan.heldUntil', { date: formatDate(until) })
                    : t('plan.heldReview', { date: formatDate(reviewOn ?? '') })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {smallCell && holds.length === 0 && (
        <div className={admin.notice} data-tone="warn">
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
          <p>{t(`plan.cell.${smallCell}`)}</p>
        </div>
      )}
    </>
  );
}
