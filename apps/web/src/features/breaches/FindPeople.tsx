import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { formatDateTime } from '../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import { exportsQuery } from '../exports/queries.js';
import { PeoplePicker } from '../records/pickers/PeoplePicker.js';
import classes from './Breaches.module.css';
import { InstantField } from './InstantField.js';
import type { Breach, FindAffected } from './model.js';
import { useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

const ways = ['account', 'export', 'name'] as const;

interface Values {
  way: (typeof ways)[number];
  userId: string | null;
  from: string;
  until: string;
  exportId: string | null;
  people: Ref[];
}

/** Adds people: whom an account saw in a time, whom a file held, or somebody by name. */
export function FindPeople({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { t } = useTranslation('breaches');
  const form = useFinding(breach, onClose);
  const { way } = form.values;
  return (
    <FormDialog opened onClose={onClose} title={t('find.title')} submitLabel={t('find.submit')} {...form}>
      <SegmentedControl
        fullWidth
        aria-label={t('find.way')}
        data={ways.map((value) => ({ value, label: t(`find.by.${value}`) }))}
        value={way}
        onChange={(value) => form.set('way', ways.find((known) => known === value) ?? 'account')}
      />
      <p className={classes.soft}>{t(`find.lead.${way}`)}</p>
      {way === 'account' && <ByAccount form={form} />}
      {way === 'export' && <ByExport form={form} />}
      {way === 'name' && (
        <>
          <PeoplePicker
            label={t('find.people')}
            value={form.values.people}
            onChange={(people) => form.set('people', people)}
          />
          {form.errors.people && <p className={classes.wrong}>{form.errors.people}</p>}
        </>
      )}
    </FormDialog>
  );
}

type Form = ReturnType<typeof useFinding>;

function ByAccount({ form }: { form: Form }) {
  const { t } = useTranslation('breaches');
  const users = useQuery(usersQuery).data?.items ?? [];
  return (
    <>
      <Select
        label={t('find.account')}
        searchable
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('userId')}
      />
      <div className={classes.pair}>
        <InstantField label={t('find.from')} {...form.field('from')} />
        <InstantField label={t('find.until')} {...form.field('until')} />
      </div>
    </>
  );
}

function ByExport({ form }: { form: Form }) {
  const { t } = useTranslation(['breaches', 'exports']);
  const files = useQuery(exportsQuery).data?.items ?? [];
  return (
    <Select
      label={t('find.export')}
      placeholder={files.length === 0 ? t('find.noExports') : ''}
      data={files.map(({ id, kind, requestedAt }) => ({
        value: id,
        label: `${t(`exports:kind.${kind}`)}, ${formatDateTime(requestedAt)}`,
      }))}
      {...form.field('exportId')}
    />
  );
}

function useFinding(breach: Breach, onClose: () => void) {
  const { t } = useTranslation(['breaches', 'common']);
  const { find } = useBreachActs(breach);
  const problems = useBreachProblems();
  const required = t('common:fieldError.required');
  return useForm<Values, { added: number }>({
    initial: {
      ...{ way: 'account', userId: null, exportId: null, people: [] },
      from: breach.beganAt ?? '',
      until: breach.endedAt ?? breach.awareAt,
    },
    aliases: { contactIds: 'people' },
    problems,
    check: ({ way, userId, from, until, exportId, people }) => ({
      ...(way === 'account' && !userId ? { userId: required } : {}),
      ...(way === 'account' && !from ? { from: required } : {}),
      ...(way === 'account' && !until ? { until: required } : {}),
      ...(way === 'account' && from > until ? { until: t('common:fieldError.tooEarly') } : {}),
      ...(way === 'export' && !exportId ? { exportId: required } : {}),
      ...(way === 'name' && people.length === 0 ? { people: required } : {}),
    }),
    save: (values) => find.mutateAsync(wayOf(values)),
    onSaved: ({ added }) => {
      onClose();
      toast(t('find.done', { count: added }));
    },
  });
}

function wayOf({ way, userId, from, until, exportId, people }: Values): FindAffected {
  if (way === 'account') return { userId: userId ?? '', from, until: endOfMinute(until) };
  if (way === 'export') return { exportId: exportId ?? '' };
  return { contactIds: people.map(({ id }) => id) };
}

/** The field knows minutes; the last one belongs to the time. */
const endOfMinute = (at: string): string => {
  const end = new Date(at);
  end.setSeconds(59, 999);
  return end.toISOString();
};
