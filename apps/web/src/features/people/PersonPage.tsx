import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { contactQuery } from '../../api/queries.js';
import { useMay } from '../../shell/use-may.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { EditableArea, EmptyState, SkeletonRecord, useDocumentTitle } from '../../ui/index.js';
import {
  RecordTimeline,
  type RecordTimelineHandle,
  useLogShortcuts,
} from '../interactions/RecordTimeline.js';
import { Outbox } from '../messages/Outbox.js';
import { usualPurposeFor } from '../messages/letter.js';
import { PersonActions } from '../permissions/PersonLinks.js';
import { RecordActions } from '../records/RecordActions.js';
import { RecordLayout } from '../records/RecordLayout.js';
import { ErasedPerson } from './clock/ErasedPerson.js';
import { PersonContact } from './PersonContact.js';
import { PersonFacts } from './PersonFacts.js';
import { PersonHead } from './PersonHead.js';
import { PersonPromise } from './PersonPromise.js';

const route = getRouteApi('/app/people/$id');

/** A person: who they are, what happened, what we promise. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { id } = route.useParams();
  const { data: person, error } = useQuery(contactQuery(id));
  const isMissing = error instanceof ApiProblem && (error.status === 404 || error.status === 400);
  useDocumentTitle(isMissing ? t('records:notFound.title') : (person?.name ?? t('title')));
  if (person?.erasedAt) return <ErasedPerson id={id} erasedAt={person.erasedAt} />;
  if (person) return <Person key={id} person={person} />;
  if (isMissing) {
    return (
      <EmptyState
        heading="h1"
        title={t('records:notFound.title')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/people" {...props} />}>
            {t('back')}
          </Button>
        }
      >
        {t('records:notFound.text')}
      </EmptyState>
    );
  }
  if (error) throw error;
  return <SkeletonRecord />;
}

function Person({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  const timeline = useRef<RecordTimelineHandle>(null);
  const may = useMay();
  const head = useRef<HTMLDivElement>(null);
  const who = useMemo(
    () => ({
      contacts: [{ id: person.id, name: person.name }],
      company: person.company && { id: person.company.id, name: person.company.name },
    }),
    [person.id, person.name, person.company],
  );
  const log = (type: Parameters<RecordTimelineHandle['log']>[0]) => timeline.current?.log(type);
  useLogShortcuts(log);
  useShortcuts([
    {
      keys: 'e',
      label: t('shortcut.edit'),
      run: () => head.current?.querySelector<HTMLElement>('[data-edit] button')?.click(),
    },
  ]);
  return (
    <EditableArea value={may('contacts.update') && !person.restricted}>
      <RecordLayout
        lead={
          <>
            <div ref={head}>
              <PersonHead person={person} />
            </div>
            <PersonContact person={person} />
          </>
        }
        facts={<PersonFacts person={person} />}
        timeline={
          <RecordTimeline
            ref={timeline}
            owner={{ kind: 'contacts', id: person.id }}
            who={who}
            usualPurpose={usualPurposeFor(person)}
          >
            <Outbox person={person} />
          </RecordTimeline>
        }
        aside={<PersonPromise person={person} />}
        actions={
          <RecordActions onLog={log}>
            <PersonActions person={person} />
          </RecordActions>
        }
      />
    </EditableArea>
  );
}
