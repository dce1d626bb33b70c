import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { FormDialog, useForm } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import { segmentsQuery } from '../segments/queries.js';
import { templatesQuery } from '../templates/queries.js';
import { useSaveMailing } from './queries.js';

interface Values {
  name: string;
  purpose: string | null;
  segmentId: string | null;
  templateId: string | null;
  areas: string[];
  roleReason: string;
  serviceReason: string;
}

const valuesOf = (mailing: Mailing | null): Values => ({
  name: mailing?.name ?? '',
  purpose: mailing?.purpose ?? 'direct_marketing',
  segmentId: mailing?.segment?.id ?? null,
  templateId: mailing?.template.id ?? null,
  areas: mailing?.areas ?? [],
  roleReason: mailing?.roleReason ?? '',
  serviceReason: mailing?.serviceReason ?? '',
});

/** Both are there: the form is not sent without them. */
function toMailing(values: Values & { segmentId: string; templateId: string; purpose: string }) {
  const { areas, roleReason, serviceReason, name, ...chosen } = values;
  return {
    ...chosen,
    ...(name.trim() ? { name: name.trim() } : {}),
    areas: areas.length > 0 ? areas : null,
    roleReason: roleReason.trim() || null,
    serviceReason: serviceReason.trim() || null,
  };
}

interface Props {
  /** Null: a new one. */
  mailing: Mailing | null;
  onClose: () => void;
}

/** Who gets what, and for which purpose. */
export function MailingForm({ mailing, onClose }: Props) {
  const { t } = useTranslation(['mail', 'common']);
  const navigate = useNavigate();
  const save = useSaveMailing(mailing);
  const { items: purposes } = usePurposes();
  const isServicePurpose = (key: string | null) =>
    purposes.find((purpose) => purpose.key === key)?.class === 'service';
  const form = useForm<Values, Mailing>({
    initial: valuesOf(mailing),
    check: ({ purpose, segmentId, templateId, areas, roleReason, serviceReason }) => ({
      ...(isServicePurpose(purpose)
        ? serviceReason.trim()
          ? {}
          : { serviceReason: t('common:fieldError.required') }
        : areas.length > 0 || roleReason.trim()
          ? {}
          : { areas: t('form.roleLinkNeeded') }),
      ...(purpose ? {} : { purpose: t('common:fieldError.required') }),
      ...(segmentId ? {} : { segmentId: t('common:fieldError.required') }),
      ...(templateId ? {} : { templateId: t('common:fieldError.required') }),
    }),
    save: ({ purpose, segmentId, templateId, ...others }) => {
      if (!purpose || !segmentId || !templateId) throw new RangeError('checked before it is sent');
      return save.mutateAsync(toMailing({ ...others, purpose, segmentId, templateId }));
    },
    onSaved: ({ id }) => {
      onClose();
      if (mailing === null) void navigate({ to: '/mail/mailings/$id', params: { id } });
    },
  });
  const isService = isServicePurpose(form.values.purpose);
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t(mailing ? 'form.edit' : 'form.title')}
      {...(mailing ? {} : { submitLabel: t('form.submit') })}
      {...form}
    >
      <TextInput
        label={t('form.name')}
        description={t('form.nameHint')}
        maxLength={150}
        data-autofocus
        {...form.input('name')}
      />
      <Choices form={form} />
      {isService ? (
        <Textarea
          label={t('form.serviceReason')}
          description={t('form.serviceReasonHint')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.input('serviceReason')}
        />
      ) : (
        <>
          <TagsInput
            label={t('form.areas')}
            description={t('form.areasHint')}
            placeholder={t('filter.typeHint')}
            acceptValueOnBlur
            {...form.field('areas')}
          />
          <Textarea
            label={t('form.roleReason')}
            description={t('form.roleReasonHint')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.input('roleReason')}
          />
        </>
      )}
    </FormDialog>
  );
}

function Choices({ form }: { form: ReturnType<typeof useForm<Values, Mailing>> }) {
  const { t } = useTranslation('mail');
  const { optionsOf } = usePurposes();
  const segments = useQuery(segmentsQuery).data?.items ?? [];
  const templates = useQuery(templatesQuery).data?.items ?? [];
  const fitting = templates.filter(({ purpose }) => purpose === form.values.purpose);
  return (
    <>
      <Select
        label={t('form.purpose')}
        description={t('form.purposeHint')}
        allowDeselect={false}
        data={optionsOf('marketing', 'service')}
        {...form.field('purpose')}
      />
      <Select
        label={t('form.segment')}
        searchable
        allowDeselect={false}
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('segmentId')}
      />
      <Select
        label={t('form.template')}
        description={fitting.length === 0 ? t('form.noTemplate') : undefined}
        searchable
        allowDeselect={false}
        data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('templateId')}
      />
    </>
  );
}
