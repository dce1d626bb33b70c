import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { consentsQuery, objectionsQuery } from '../permissions/queries.js';
import { RecordObjection } from '../permissions/RecordObjection.js';
import { usePurposes } from '../permissions/use-purposes.js';
import { WithdrawConsent } from '../permissions/WithdrawConsent.js';
import { RestrictDialog } from '../privacy/RestrictDialog.js';
import type { RequestEvent, RequestKind, SubjectRequest } from './model.js';
import { requesterQuery } from './queries.js';
import { RequesterLink } from './RequesterLink.js';
import classes from './Requests.module.css';
import { Step } from './Step.js';

/** The steps of the trail that show that what was asked for is done. */
const doneBy: Record<RequestKind, RequestEvent['step'][]> = {
  access: ['package_released', 'package_delivered'],
  portability: ['package_released', 'package_delivered'],
  rectification: ['corrected'],
  erasure: ['erasure_begun'],
  restriction: ['restricted'],
  objection: ['objection_recorded'],
  consent_withdrawal: ['consent_withdrawn'],
};

/** Doing what was asked for, each kind in its own way. */
export function ActStep({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const { kind, identifiedAt, status, contact } = request;
  const isDone = useIsDone(request);
  const isReady = identifiedAt !== null && status !== 'closed';
  return (
    <Step
      number={4}
      title={t(`act.title.${kind}`)}
      state={isDone ? 'done' : isReady ? 'now' : 'later'}
      law={t(`law.act.${kind}`)}
    >
      {!isReady && !isDone && status !== 'closed' && <p className={classes.quiet}>{t('act.waits')}</p>}
      {isReady && contact && acts[kind]({ request })}
    </Step>
  );
}

/** Is it done? The trail says so, or what is on record of the person since they asked. */
function useIsDone(request: SubjectRequest): boolean {
  const { kind, contact, contactId, identifiedAt } = request;
  const isLooked = contact !== null && identifiedAt !== null;
  const objections = useQuery({
    ...objectionsQuery({ kind: 'contacts', id: contact?.id ?? '' }),
    enabled: isLooked && kind === 'objection',
  });
  const person = useQuery({
    ...requesterQuery(request),
    enabled: isLooked && kind === 'restriction',
  });
  if (request.events.some(({ step }) => doneBy[kind].includes(step))) return true;
  if (kind === 'erasure') return contactId !== null && contact === null;
  if (kind === 'restriction') return person.data?.restricted === true;
  if (kind !== 'objection') return false;
  return objections.data?.items.some(({ recordedAt }) => recordedAt >= request.recordedAt) ?? false;
}

type Act = (props: { request: SubjectRequest }) => ReactNode;

const acts: Record<RequestKind, Act> = {
  access: (props) => <ToPerson {...props} />,
  portability: (props) => <ToPerson {...props} />,
  rectification: (props) => <ToPerson {...props} />,
  erasure: (props) => <Erase {...props} />,
  restriction: (props) => <Restrict {...props} />,
  objection: (props) => <Object {...props} />,
  consent_withdrawal: (props) => <Consents {...props} />,
};

function ToPerson({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  return (
    <p>
      <RequesterLink request={request} className={classes.act}>
        {t(`act.open.${request.kind === 'rectification' ? 'correct' : 'see'}`)}
      </RequesterLink>
    </p>
  );
}

function Erase({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  return (
    <>
      <p>
        <RequesterLink request={request} to="/people/$id/erasure" className={classes.act}>
          {t('act.open.erase')}
        </RequesterLink>
      </p>
      <p className={classes.quiet}>{t('act.eraseAddress')}</p>
    </>
  );
}

function Restrict({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isOpen, setOpen] = useState(false);
  const person = useQuery(requesterQuery(request)).data;
  if (person?.restricted) return <p>{t('act.restricted')}</p>;
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('act.open.restrict')}
      </Button>
      {isOpen && request.contact && (
        <RestrictDialog person={request.contact} onClose={() => setOpen(false)} staysHere />
      )}
    </div>
  );
}

function Object({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isOpen, setOpen] = useState(false);
  const may = useMay();
  if (!may('objections.create') || !request.contact) return null;
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('act.open.object')}
      </Button>
      {isOpen && (
        <RecordObjection who={{ kind: 'contacts', ...request.contact }} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

/** The consents that the person gave, each to be withdrawn as easily as it was given (GDPR Art. 7(3)). */
function Consents({ request: { contact } }: { request: SubjectRequest }) {
  const { t } = useTranslation(['requests', 'permissions']);
  const { nameOf } = usePurposes();
  const consents = useQuery({ ...consentsQuery(contact?.id ?? ''), enabled: contact !== null });
  if (!consents.data) return null;
  const given = consents.data.items.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (given.length === 0) return <p className={classes.quiet}>{t('act.noConsents')}</p>;
  return (
    <ul className={classes.candidates}>
      {given.map(({ id, channel, purpose }) => (
        <li key={id}>
          <span>
            {t(`permissions:channel.${channel}`)}: {nameOf(purpose)}
          </span>
          <WithdrawConsent personId={contact?.id ?? ''} consentId={id} />
        </li>
      ))}
    </ul>
  );
}
