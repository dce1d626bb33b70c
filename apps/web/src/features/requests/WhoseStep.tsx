import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';
import { AsyncCombobox, type AsyncOption, toast } from '../../ui/index.js';
import type { RequestCandidate, SubjectRequest } from './model.js';
import { personSearch } from './person-search.js';
import { useRequestActs } from './queries.js';
import { RequesterLink } from './RequesterLink.js';
import classes from './Requests.module.css';
import { Step } from './Step.js';
import { useRequestProblems } from './use-problems.js';

/** Whose request it is: somebody who is known by what it names, or whoever is found by hand. */
export function WhoseStep({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const [isChanging, setChanging] = useState(false);
  const { contactId, contact, status } = request;
  const isOpen = status !== 'closed';
  const state = contactId ? 'done' : isOpen ? 'now' : 'later';
  return (
    <Step number={2} title={t('step.whose')} state={state} law={t('law.whose')}>
      {contactId && (
        <p>
          {contact ? <RequesterLink request={request} /> : t('erased')}
          {isOpen && contact && !isChanging && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setChanging(true)}>
              {t('whose.other')}
            </Button>
          )}
        </p>
      )}
      {isOpen && (!contactId || isChanging) && (
        <Choose request={request} onChosen={() => setChanging(false)} />
      )}
    </Step>
  );
}

function Choose({ request, onChosen }: { request: SubjectRequest; onChosen: () => void }) {
  const { t } = useTranslation('requests');
  const { change } = useRequestActs(request);
  const problems = useRequestProblems();
  const [other, setOther] = useState<AsyncOption | null>(null);
  const link = (contactId: string) =>
    change.mutate(
      { contactId },
      {
        onSuccess: onChosen,
        onError: (error) => toast(problemText(error, t, problems), { tone: 'error' }),
      },
    );
  const { candidates, identifier, contactId } = request;
  return (
    <div className={classes.choose}>
      {candidates.length > 0 && (
        <ul className={classes.candidates} aria-label={t('whose.candidates')}>
          {candidates.map((candidate) => (
            <Candidate
              key={candidate.id}
              candidate={candidate}
              isBusy={change.isPending}
              onLink={() => link(candidate.id)}
            />
          ))}
        </ul>
      )}
      {candidates.length === 0 && !contactId && identifier && (
        <p className={classes.quiet}>{t('whose.nobody', { identifier })}</p>
      )}
      <div className={classes.search}>
        <AsyncCombobox label={t('whose.search')} search={personSearch} value={other} onChange={setOther} />
        <Button
          variant="default"
          disabled={other === null}
          loading={change.isPending}
          onClick={() => other && link(other.value)}
        >
          {t('whose.link')}
        </Button>
      </div>
      {contactId && <p className={classes.quiet}>{t('whose.anew')}</p>}
    </div>
  );
}

interface CandidateProps {
  candidate: RequestCandidate;
  isBusy: boolean;
  onLink: () => void;
}

function Candidate({ candidate: { name, company }, isBusy, onLink }: CandidateProps) {
  const { t } = useTranslation('requests');
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {company && <span className={classes.quiet}> {company.name}</span>}
      </span>
      <Button size="compact-sm" disabled={isBusy} aria-label={t('whose.linkTo', { name })} onClick={onLink}>
        {t('whose.link')}
      </Button>
    </li>
  );
}
