import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '../../api/queries.js';
import { problemText } from '../../api/problem-text.js';
import { languages } from '../../i18n/index.js';
import { useMe } from '../../shell/use-me.js';
import { toast } from '../../ui/index.js';
import { ActDialog } from '../settings/ActDialog.js';
import { requestKinds, type RequestChange, type SubjectRequest } from './model.js';
import { useRequestActs } from './queries.js';
import classes from './Requests.module.css';
import { useRequestProblems } from './use-problems.js';

/** What can be set right while it is open: what it asks for, in which language, and who answers it. */
export function RequestFacts({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation(['requests', 'common']);
  const officers = useOfficers(request);
  const change = useChange(request);
  const isClosed = request.status === 'closed';
  const named = (name: string) => ({ label: t(`facts.${name}`), size: 'sm', allowDeselect: false }) as const;
  return (
    <section className={classes.facts} aria-label={t('facts.title')}>
      <dl className={classes.ids}>
        <div>
          <dt>{t('facts.reference')}</dt>
          <dd>{request.reference}</dd>
        </div>
      </dl>
      <Select
        {...named('assignee')}
        placeholder={t('nobody')}
        disabled={isClosed}
        data={officers}
        value={request.assignee?.id ?? null}
        onChange={(assigneeId) => assigneeId && change({ assigneeId })}
      />
      <Select
        {...named('kind')}
        disabled={isClosed}
        data={requestKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={request.kind}
        onChange={(kind) => kind && kind !== request.kind && change({ kind })}
      />
      <Select
        {...named('language')}
        disabled={isClosed}
        data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        value={request.language}
        onChange={(language) => language && language !== request.language && change({ language })}
      />
      {!isClosed && <TakeBack request={request} />}
    </section>
  );
}

function useChange(request: SubjectRequest) {
  const { t } = useTranslation('common');
  const problems = useRequestProblems();
  const { change } = useRequestActs(request);
  return (body: RequestChange) =>
    change.mutate(body, {
      onError: (error) => toast(problemText(error, t, problems), { tone: 'error' }),
    });
}

/** Who may answer: oneself, the privacy officers, and whoever answers it now. */
function useOfficers({ assignee }: SubjectRequest) {
  const me = useMe();
  const users = useQuery(usersQuery).data?.items ?? [];
  const officers = users.filter(({ roles }) => roles.includes('privacy_officer'));
  const known = new Map([me, ...officers, ...(assignee ? [assignee] : [])].map((one) => [one.id, one.name]));
  return [...known].map(([value, label]) => ({ value, label }));
}

function TakeBack({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isAsking, setAsking] = useState(false);
  const { withdraw } = useRequestActs(request);
  const problems = useRequestProblems();
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(true)}>
        {t('withdraw.open')}
      </Button>
      {isAsking && (
        <ActDialog
          title={t('withdraw.title')}
          submitLabel={t('withdraw.submit')}
          act={() => withdraw.mutateAsync()}
          problems={problems}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            toast(t('withdraw.done'));
          }}
        >
          <p className={classes.soft}>{t('withdraw.lead')}</p>
        </ActDialog>
      )}
    </>
  );
}
