import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { FormMessage, useForm } from '../../ui/index.js';
import { graceQuery, type NewErasure, type Plan, useErase } from './queries.js';
import classes from './Erasure.module.css';

const grounds = [
  'request',
  'objection',
  'consent_withdrawn',
  'by_hand',
] as const satisfies NewErasure['ground'][];

interface Props {
  person: Contact;
  plan: Plan;
  /** The person changed since the plan was made. */
  onOutdated: () => void;
}

interface Values {
  ground: NewErasure['ground'] | null;
  note: string;
  typed: string;
}

const same = (typed: string, name: string): boolean =>
  typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();

/** Erasing is the one thing that is never undone, so it is the one that asks for the name. */
export function ConfirmErasure({ person, plan, onOutdated }: Props) {
  const { t } = useTranslation(['erasure', 'common']);
  const name = person.name || t('confirm.word');
  const form = useConfirmation({ person, plan, onOutdated }, name);
  const days = useQuery(graceQuery).data?.graceDays ?? 0;
  return (
    <form {...form.form} className={classes.confirm} aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('confirm.title')}</h2>
      <p className={classes.soft}>{days > 0 ? t('confirm.leadGrace', { count: days }) : t('confirm.lead')}</p>
      <Select
        label={t('confirm.ground')}
        placeholder={t('confirm.choose')}
        allowDeselect={false}
        data={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
        {...form.field('ground')}
      />
      <Textarea
        label={t('confirm.note')}
        description={t('confirm.noteHint')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.input('note')}
      />
      <TextInput
        label={t('confirm.typed', { name })}
        autoComplete="off"
        spellCheck={false}
        {...form.input('typed')}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" className={classes.danger} loading={form.saving}>
        {t('confirm.submit')}
      </Button>
    </form>
  );
}

function useConfirmation({ person, plan, onOutdated }: Props, name: string) {
  const { t } = useTranslation(['erasure', 'common']);
  const navigate = useNavigate();
  const erase = useErase();
  return useForm<Values, { id: string }>({
    initial: { ground: null, note: '', typed: '' },
    check: ({ ground, typed }) => ({
      ...(ground ? {} : { ground: t('common:fieldError.required') }),
      ...(same(typed, name) ? {} : { typed: t('confirm.notTheName') }),
    }),
    save: async ({ ground, note }) => {
      if (!ground) throw new Error('the check has seen to it that there is one');
      try {
        return await erase({ contactId: person.id, planId: plan.id, ground, note: note.trim() || null });
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'plan_outdated') onOutdated();
        throw error;
      }
    },
    problems: { plan_outdated: t('confirm.outdated') },
    onSaved: ({ id }) => void navigate({ to: '/privacy/erasures/$id', params: { id } }),
  });
}
