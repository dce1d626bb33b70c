import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import { type Company, type RelationshipStatus, relationshipStatuses } from '../../api/model.js';
import { closeDialog } from '../../shell/dialogs.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import { renewLists } from './added.js';
import type { AddFormProps } from './QuickAdd.js';
import classes from './QuickAdd.module.css';
import { SourceFields, type SourceValues, startSource, toSource } from './SourceFields.js';
import { Twins } from './Twins.js';

interface CompanyValues extends SourceValues {
  name: string;
  businessId: string;
  status: RelationshipStatus;
  city: string;
  phone: string;
  email: string;
}

function toRequest(values: CompanyValues) {
  const city = values.city.trim();
  return {
    name: values.name.trim(),
    businessId: values.businessId.trim() || null,
    phone: values.phone.trim() || null,
    email: values.email.trim() || null,
    addresses: city
      ? [{ type: 'visiting' as const, street: null, postalCode: null, city, country: 'FI' }]
      : [],
    relationship: { status: values.status },
    source: toSource(values),
  };
}

function useCompanyForm({ preset }: AddFormProps) {
  const { t } = useTranslation(['quickAdd', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<CompanyValues, Company>({
    initial: {
      name: preset.name ?? '',
      businessId: '',
      status: 'prospect',
      city: '',
      phone: '',
      email: '',
      ...startSource(),
    },
    ...(preset.name ? {} : { draftKey: 'add.company' }),
    aliases: { addresses: 'city', relationship: 'status', source: 'sourceWhat' },
    check: (values) => ({
      ...(values.name.trim() ? {} : { name: t('common:fieldError.required') }),
      ...(values.sourceKind === 'other' && !values.sourceWhat.trim()
        ? { sourceWhat: t('source.needWhat') }
        : {}),
    }),
    save: (values) => ok(api.POST('/companies', { body: toRequest(values) })),
    onSaved: (company) => {
      renewLists(client);
      closeDialog();
      toast(t('added', { name: company.name }), {
        action: {
          label: t('open'),
          run: () => void navigate({ to: '/companies/$id', params: { id: company.id } }),
        },
      });
    },
  });
}

/** A company by its name and the few facts one has at hand. */
export function AddCompany(props: AddFormProps) {
  const { t } = useTranslation(['quickAdd', 'common']);
  const form = useCompanyForm(props);
  const { values, set } = form;
  return (
    <FormDialog opened onClose={closeDialog} title={t('title')} submitLabel={t('company.submit')} {...form}>
      {props.choice}
      <TextInput label={t('company.name')} autoComplete="off" data-autofocus {...form.input('name')} />
      <Twins kind="company" words={values.name} />
      <div className={classes.pair}>
        <TextInput
          label={t('company.businessId')}
          placeholder="1234567-8"
          autoComplete="off"
          {...form.input('businessId')}
        />
        <Select
          label={t('company.status')}
          data={relationshipStatuses.map((value) => ({ value, label: t(`common:relationship.${value}`) }))}
          allowDeselect={false}
          value={values.status}
          error={form.errors.status}
          onChange={(status) => status && set('status', status as RelationshipStatus)}
        />
      </div>
      <TextInput label={t('company.city')} autoComplete="off" {...form.input('city')} />
      <div className={classes.pair}>
        <TextInput label={t('company.phone')} type="tel" autoComplete="off" {...form.input('phone')} />
        <TextInput label={t('company.email')} type="email" autoComplete="off" {...form.input('email')} />
      </div>
      <SourceFields
        values={values}
        error={form.errors.sourceWhat}
        onKind={(kind) => set('sourceKind', kind)}
        onWhat={(what) => set('sourceWhat', what)}
      />
    </FormDialog>
  );
}
