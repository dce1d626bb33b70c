import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { productStatuses, type Ref, relationshipStatuses, type Segment } from '../../../api/model.js';
import { companyQuery, usersQuery } from '../../../api/queries.js';
import { languages } from '../../../i18n/index.js';
import { DateField, FormDialog, useForm } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import { IndustryPicker } from '../../records/pickers/IndustryPicker.js';
import { PeoplePicker } from '../../records/pickers/PeoplePicker.js';
import { toSegment, valuesOf, type FilterValues } from './filters.js';
import { useSaveSegment } from './queries.js';

interface Props {
  /** Null: a new one. */
  segment: Segment | null;
  onClose: () => void;
}

/** What the people of a segment have in common. */
export function SegmentForm({ segment, onClose }: Props) {
  const companies = useQueries({ queries: (segment?.filters.companyIds ?? []).map(companyQuery) });
  if (companies.some(({ isPending }) => isPending)) return null;
  const known = companies.flatMap(({ data }) => (data ? [{ id: data.id, name: data.name }] : []));
  return <Form segment={segment} companies={known} onClose={onClose} />;
}

function Form({ segment, companies, onClose }: Props & { companies: Ref[] }) {
  const { t } = useTranslation(['mail', 'common', 'records']);
  const navigate = useNavigate();
  const save = useSaveSegment(segment);
  const form = useForm<FilterValues, Segment>({
    initial: valuesOf(segment, companies),
    aliases: Object.fromEntries(filterNames.map((name) => [`filters.${name}`, name])),
    check: ({ name }) => (name.trim() ? {} : { name: t('common:fieldError.required') }),
    save: (values) => save.mutateAsync(toSegment(values)),
    onSaved: ({ id }) => {
      onClose();
      if (segment === null) void navigate({ to: '/mail/segments/$id', params: { id } });
    },
  });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t(segment ? 'segments.edit' : 'segments.add')}
      {...form}
    >
      <TextInput label={t('segments.name')} maxLength={150} data-autofocus {...form.input('name')} />
      <CompanyFilters form={form} />
      <PersonFilters form={form} />
    </FormDialog>
  );
}

const filterNames = [
  'relationship',
  'industry',
  'areasOfResponsibility',
  'products',
  'productStatus',
  'languages',
  'tags',
  'lastContactAfter',
  'lastContactBefore',
  'ownerIds',
] as const;

type FormOf = ReturnType<typeof useForm<FilterValues, Segment>>;

function CompanyFilters({ form }: { form: FormOf }) {
  const { t } = useTranslation(['mail', 'common', 'records']);
  return (
    <>
      <Select
        label={t('filter.relationships')}
        clearable
        data={relationshipStatuses.map((value) => ({ value, label: t(`common:relationship.${value}`) }))}
        {...form.field('relationship')}
        onChange={(value) => form.set('relationship', value)}
      />
      <IndustryPicker
        label={t('filter.industry')}
        value={form.values.industry || null}
        error={form.errors.industry}
        onChange={(code) => form.set('industry', code ?? '')}
      />
      <PeoplePicker
        kind="company"
        label={t('filter.companies')}
        value={form.values.companies}
        onChange={(companies) => form.set('companies', companies)}
      />
      <TagsInput
        label={t('filter.products')}
        placeholder={t('filter.typeHint')}
        acceptValueOnBlur
        {...form.field('products')}
      />
      <Select
        label={t('filter.productStatuses')}
        clearable
        data={productStatuses.map((value) => ({ value, label: t(`records:productStatus.${value}`) }))}
        {...form.field('productStatus')}
        onChange={(value) => form.set('productStatus', value)}
      />
    </>
  );
}

function PersonFilters({ form }: { form: FormOf }) {
  const { t } = useTranslation(['mail', 'common']);
  const users = useQuery(usersQuery).data?.items ?? [];
  const { optionsOf } = usePurposes();
  return (
    <>
      <TagsInput
        label={t('filter.areas')}
        placeholder={t('filter.typeHint')}
        acceptValueOnBlur
        {...form.field('areasOfResponsibility')}
      />
      <MultiSelect
        label={t('filter.languages')}
        data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        {...form.field('languages')}
        onChange={(value) => form.set('languages', value)}
      />
      <TagsInput
        label={t('filter.tags')}
        placeholder={t('filter.typeHint')}
        acceptValueOnBlur
        {...form.field('tags')}
      />
      <DateField label={t('filter.lastContactAfter')} {...form.field('lastContactAfter')} />
      <DateField label={t('filter.lastContactBefore')} {...form.field('lastContactBefore')} />
      <MultiSelect
        label={t('filter.owners')}
        searchable
        data={users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('ownerIds')}
      />
      <Select
        label={t('segments.profiling')}
        description={t('segments.profilingHint')}
        placeholder={t('segments.noProfiling')}
        clearable
        data={optionsOf('profiling')}
        {...form.field('profilingPurpose')}
      />
    </>
  );
}
