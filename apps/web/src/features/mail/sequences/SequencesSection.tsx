import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, SequenceRun, SequenceTrigger } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDate, formatDateTime } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import promise from '../../people/Promise.module.css';
import { runsQuery, sequencesQuery, sequenceTriggers, useRuns } from './queries.js';
import classes from './Sequences.module.css';

/** What goes out to this person by itself, each with its own end (V5). Nothing is shown where there is nothing. */
export function SequencesSection({ person }: { person: Contact }) {
  const { t } = useTranslation('mail');
  const may = useMay();
  const runs = useQuery({ ...runsQuery(person.id), enabled: !person.restricted }).data?.items ?? [];
  const sequences = useQuery({ ...sequencesQuery, enabled: may('mailings.read') }).data?.items ?? [];
  const [isStarting, setStarting] = useState(false);
  const mayStart = may('messages.create') && sequences.some(({ enabled }) => enabled);
  if (runs.length === 0 && !mayStart) return null;
  return (
    <div className={promise.part}>
      <h3 className={promise.question}>{t('run.title')}</h3>
      {runs.map((run) => (
        <Run key={run.id} person={person} run={run} />
      ))}
      {mayStart && (
        <Button variant="subtle" size="compact-xs" onClick={() => setStarting(true)}>
          {t('run.start')}
        </Button>
      )}
      {isStarting && <StartDialog person={person} onClose={() => setStarting(false)} />}
    </div>
  );
}

function Run({ person, run }: { person: Contact; run: SequenceRun }) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const may = useMay();
  const { stop } = useRuns(person.id);
  const next = run.endedAt ? undefined : run.steps.find(({ status }) => status === 'waiting');
  const facts = [
    run.what,
    t('run.since', { at: formatDate(run.startedAt) }),
    run.endedAt && t('run.ended', { at: formatDate(run.endedAt) }),
    next && t('run.next', { at: formatDateTime(next.dueAt) }),
  ];
  return (
    <div className={classes.run}>
      <div className={classes.head}>
        <p>{run.sequence.name}</p>
        {!run.endedAt && may('objections.create') && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            loading={stop.isPending}
            onClick={() =>
              stop.mutate(run.id, {
                onSuccess: () => toast(t('run.stopped')),
                onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
              })
            }
          >
            {t('run.stop')}
          </Button>
        )}
      </div>
      <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function StartDialog({ person, onClose }: { person: Contact; onClose: () => void }) {
  const { t } = useTranslation('mail');
  const { start } = useRuns(person.id);
  const form = useForm<
    { trigger: SequenceTrigger; what: string },
    Awaited<ReturnType<typeof start.mutateAsync>>
  >({
    initial: { trigger: 'guide_requested', what: '' },
    save: ({ trigger, what }) => start.mutateAsync({ trigger, what: what.trim() || null }),
    onSaved: ({ items }) => {
      onClose();
      toast(t(items.length > 0 ? 'run.started' : 'run.none'));
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('run.start')} submitLabel={t('run.start')} {...form}>
      <Select
        label={t('sequences.trigger')}
        allowDeselect={false}
        data={sequenceTriggers.map((value) => ({ value, label: t(`trigger.${value}`) }))}
        {...form.field('trigger')}
        onChange={(value) => value && form.set('trigger', value)}
      />
      <TextInput
        label={t('run.what')}
        description={t('run.whatHint')}
        maxLength={200}
        data-autofocus
        {...form.input('what')}
      />
    </FormDialog>
  );
}
