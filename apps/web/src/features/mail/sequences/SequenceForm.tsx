import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Sequence, SequenceTrigger } from '../../../api/model.js';
import { usersQuery } from '../../../api/queries.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import { templatesQuery } from '../templates/queries.js';
import { sequenceTriggers, useSequences } from './queries.js';
import classes from './Sequences.module.css';

interface Step {
  afterHours: number;
  templateId: string | null;
}
interface Values {
  name: string;
  trigger: SequenceTrigger;
  purpose: string;
  steps: Step[];
  ownerId: string | null;
  roleReason: string;
}

const valuesOf = (sequence: Sequence | null): Values => ({
  name: sequence?.name ?? '',
  trigger: sequence?.trigger ?? 'guide_requested',
  purpose: sequence?.purpose ?? 'direct_marketing',
  steps: sequence?.steps.map(({ afterHours, template }) => ({ afterHours, templateId: template.id })) ?? [
    { afterHours: 0, templateId: null },
  ],
  ownerId: sequence?.owner?.id ?? null,
  roleReason: sequence?.roleReason ?? '',
});

interface Props {
  /** Null: a new one. */
  sequence: Sequence | null;
  onClose: () => void;
}

/** When it begins and what follows. Trigger and purpose of a sequence do not change: people began with them. */
export function SequenceForm({ sequence, onClose }: Props) {
  const { t } = useTranslation(['mail', 'common']);
  const { create, update } = useSequences();
  const { optionsOf } = usePurposes();
  const users = useQuery(usersQuery).data?.items ?? [];
  const form = useForm<Values, Sequence>({
    initial: valuesOf(sequence),
    check: ({ name, steps, ownerId, roleReason }) => ({
      ...(name.trim() ? {} : { name: t('common:fieldError.required') }),
      ...(steps.some(({ templateId }) => templateId) || ownerId
        ? {}
        : { steps: t('sequences.needsSomething') }),
      ...(steps.some(({ templateId }) => templateId) && !roleReason.trim()
        ? { roleReason: t('common:fieldError.required') }
        : {}),
    }),
    save: ({ name, trigger, purpose, ownerId, ...values }) => {
      const shared = {
        name: name.trim(),
        ownerId,
        roleReason: values.roleReason.trim() || null,
        steps: values.steps.flatMap(({ afterHours, templateId }) =>
          templateId ? [{ afterHours, templateId }] : [],
        ),
      };
      return sequence
        ? update.mutateAsync({ before: sequence, ...shared })
        : create.mutateAsync({ trigger, purpose, ...shared });
    },
    onSaved: () => {
      onClose();
      toast(t('sequences.saved'));
    },
  });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t(sequence ? 'sequences.edit' : 'sequences.add')}
      {...form}
    >
      <TextInput label={t('sequences.name')} maxLength={150} data-autofocus {...form.input('name')} />
      <Select
        label={t('sequences.trigger')}
        allowDeselect={false}
        disabled={sequence !== null}
        data={sequenceTriggers.map((value) => ({ value, label: t(`trigger.${value}`) }))}
        {...form.field('trigger')}
        onChange={(value) => value && form.set('trigger', value)}
      />
      <Select
        label={t('form.purpose')}
        allowDeselect={false}
        disabled={sequence !== null}
        data={optionsOf('marketing')}
        {...form.field('purpose')}
        onChange={(value) => value && form.set('purpose', value)}
      />
      <Steps
        steps={form.values.steps}
        purpose={form.values.purpose}
        error={form.errors.steps}
        onChange={(steps) => form.set('steps', steps)}
      />
      <Select
        label={t('sequences.owner')}
        description={t('sequences.ownerHint')}
        clearable
        searchable
        data={users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('ownerId')}
      />
      <Textarea
        label={t('form.roleReason')}
        description={t('sequences.roleReasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.input('roleReason')}
      />
    </FormDialog>
  );
}

interface StepsProps {
  steps: Step[];
  purpose: string;
  error: string | undefined;
  onChange: (steps: Step[]) => void;
}

function Steps({ steps, purpose, error, onChange }: StepsProps) {
  const { t } = useTranslation('mail');
  const templates = useQuery(templatesQuery).data?.items ?? [];
  const fitting = templates.filter((template) => template.purpose === purpose);
  const replace = (index: number, step: Step) =>
    onChange(steps.map((other, i) => (i === index ? step : other)));
  return (
    <fieldset className={classes.steps}>
      <legend>{t('sequences.steps')}</legend>
      {steps.map((step, index) => (
        <div key={index} className={classes.step}>
          <NumberInput
            label={t('sequences.afterHours')}
            min={0}
            max={24 * 365}
            value={step.afterHours}
            onChange={(value) => replace(index, { ...step, afterHours: Number(value) })}
          />
          <Select
            label={t('sequences.step', { number: index + 1 })}
            searchable
            data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            value={step.templateId}
            onChange={(templateId) => replace(index, { ...step, templateId })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('sequences.removeStep', { number: index + 1 })}
            onClick={() => onChange(steps.filter((_, i) => i !== index))}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
        onClick={() =>
          onChange([...steps, { afterHours: (steps.at(-1)?.afterHours ?? 0) + 72, templateId: null }])
        }
      >
        {t('sequences.addStep')}
      </Button>
    </fieldset>
  );
}
