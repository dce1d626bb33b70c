import { Button, TextInput } from '@mantine/core';
import { IconEye, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { formatNumber } from '../../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import type { Run } from '../model.js';
import { useStartRun } from '../queries.js';

function useStarted() {
  const navigate = useNavigate();
  return ({ id }: { id: string }) => void navigate({ to: '/privacy/runs/$id', params: { id } });
}

/** Has the purge show what it would do; it changes nothing. */
export function TryRun({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['retention', 'common']);
  const { t: tCommon } = useTranslation();
  const start = useStartRun();
  const onStarted = useStarted();
  return (
    <Button
      leftSection={<IconEye size={16} stroke={1.7} aria-hidden />}
      loading={start.isPending}
      onClick={() =>
        start.mutate(true, {
          onSuccess: onStarted,
          onError: (error) =>
            toast(problemText(error, tCommon, { retention_run_under_way: t('runs.underWay') }), {
              tone: 'error',
            }),
        })
      }
    >
      {children}
    </Button>
  );
}

/** After a look at what would go: have it go, which takes a word to be typed because nothing brings it back. */
export function PurgeNow({ run }: { run: Run }) {
  const { t } = useTranslation('retention');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        color="red"
        variant="light"
        leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('purge.open')}
      </Button>
      {isOpen && <PurgeDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}

function PurgeDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation('retention');
  const start = useStartRun();
  const onStarted = useStarted();
  const word = t('purge.word');
  const count = run.counts.people.pending;
  const form = useForm<{ typed: string }, { id: string }>({
    initial: { typed: '' },
    check: ({ typed }) => (typed.trim().toLowerCase() === word ? {} : { typed: t('purge.typeIt', { word }) }),
    save: () => start.mutateAsync(false),
    onSaved: (started) => {
      onClose();
      onStarted(started);
    },
    problems: { retention_run_under_way: t('runs.underWay') },
  });
  return (
    <FormDialog
      opened
      isFinal
      onClose={onClose}
      title={t('purge.title')}
      submitLabel={t('purge.submit')}
      {...form}
    >
      <p>{t('purge.lead', { count, shown: formatNumber(count) })}</p>
      <TextInput
        label={t('purge.typeIt', { word })}
        data-autofocus
        autoComplete="off"
        {...form.input('typed')}
      />
    </FormDialog>
  );
}
