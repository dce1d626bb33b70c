import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import {
  type Address,
  type Company,
  type RelationshipStatus,
  relationshipStatuses,
} from '../../api/model.js';
import { closeDialog } from '../../shell/dialogs.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import { BusinessIdInput } from '../companies/BusinessIdInput.js';
import {
  type CompanyExtras,
  companyExtrasRequest,
  MoreCompanyFields,
  noCompanyExtras,
} from '../companies/MoreCompanyFields.js';
import { MoreFields } from '../records/MoreFields.js';
import { renewLists } from './added.js';
import type { AddFormProps } from './QuickAdd.js';
import classes from './QuickAdd.module.css';
import {
  checkSource,
  SourceDate,
  SourceFields,
  type SourceValues,
  startSource,
  toSource,
} from './SourceFields.js';
import { Twins } from './Twins.js';

interface CompanyValues extends SourceValues, CompanyExtras {
  name: string;
  businessId: string;
  status: RelationshipStatus;
  phone: string;
  email: string;
}

/** The short form asks the town of the first address; a new one is where visitors go. */
function withCity([first, ...others]: Address[], city: string): Address[] {
  const empty: Address = { type: 'visiting', street: null, postalCode: null, city: null, country: 'FI' };
  return [{ ...(first ?? empty), city }, ...others];
}

function toRequest(values: CompanyValues) {
  return {
    name: values.name.trim(),
    businessId: values.businessId.trim() || null,
    phone: values.phone.trim() || null,
    email: values.email.trim() || null,
    ...companyExtrasRequest(values),
    relationship: { status: values.status, startedOn: values.startedOn, endedOn: values.endedOn },
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
      phone: '',
      email: '',
      ...noCompanyExtras,
      ...startSource(),
    },
    ...(preset.name ? {} : { draftKey: 'add.company' }),
    aliases: {
      'relationship.startedOn': 'startedOn',
      'relationship.endedOn': 'endedOn',
      relationship: 'status',
      source: 'sourceWhat',
    },
    check: (values) => ({
      ...(values.name.trim() ? {} : { name: t('common:fieldError.required') }),
      ...checkSource(values, t),
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
        <BusinessIdInput {...form.field('businessId')} />
        <Select
          label={t('company.status')}
          data={relationshipStatuses.map((value) => ({ value, label: t(`common:relationship.${value}`) }))}
          allowDeselect={false}
          value={values.status}
          error={form.errors.status}
          onChange={(status) => status && set('status', status)}
        />
      </div>
      <TextInput
        label={t('company.city')}
        autoComplete="off"
        value={values.addresses[0]?.city ?? ''}
        onChange={(event) => set('addresses', withCity(values.addresses, event.currentTarget.value))}
      />
      <div className={classes.pair}>
        <TextInput label={t('company.phone')} type="tel" autoComplete="off" {...form.input('phone')} />
        <TextInput label={t('company.email')} type="email" autoComplete="off" {...form.input('email')} />
      </div>
      <SourceFields
        values={values}
        errors={form.errors}
        onKind={(kind) => set('sourceKind', kind)}
        onWhat={(what) => set('sourceWhat', what)}
      />
      <MoreFields>
        <MoreCompanyFields values={values} set={set} errors={form.errors} />
        <SourceDate value={values.sourceWhen} onChange={(when) => set('sourceWhen', when)} />
      </MoreFields>
    </FormDialog>
  );
}
