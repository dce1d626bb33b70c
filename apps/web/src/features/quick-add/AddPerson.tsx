import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Contact } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { closeDialog } from '../../shell/dialogs.js';
import { type AsyncOption, AsyncCombobox, FormDialog, newOption, toast, useForm } from '../../ui/index.js';
import { checkReturn, ComesBack, noReturn, type ReturnValues, toReturn } from '../people/ComesBack.js';
import {
  MorePersonFields,
  noPersonExtras,
  type PersonExtras,
  personExtrasRequest,
} from '../people/MorePersonFields.js';
import { MoreFields } from '../records/MoreFields.js';
import { companySearch } from '../records/pickers/company-search.js';
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

interface PersonValues extends SourceValues, PersonExtras, ReturnValues {
  firstName: string;
  lastName: string;
  title: string;
  email: string;
  phone: string;
  company: AsyncOption | null;
}

function splitName(name = ''): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  return { firstName, lastName: rest.join(' ') };
}

/** The answer; `tell` where the address or number was an erased person's. */
async function refusedAsErased<T>(asked: Parameters<typeof ok<T>>[0], tell: () => void): Promise<T> {
  try {
    return await ok(asked);
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'erased_person') tell();
    throw error;
  }
}

function usePersonForm({ preset }: AddFormProps) {
  const { t } = useTranslation(['quickAdd', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const company = preset.company ? { value: preset.company.id, label: preset.company.name } : null;

  /** A new company is made first; should the person then fail, the next try finds it made. */
  async function companyId(
    values: PersonValues,
    keep: (option: AsyncOption) => void,
  ): Promise<string | null> {
    if (values.company?.value !== newOption) return values.company?.value ?? null;
    const body = { name: values.company.label.trim(), source: toSource(values) };
    const made = await ok(api.POST('/companies', { body }));
    keep({ value: made.id, label: made.name });
    return made.id;
  }

  const form = useForm<PersonValues, Contact>({
    initial: {
      ...splitName(preset.name),
      title: '',
      email: '',
      phone: '',
      company,
      ...noPersonExtras,
      ...startSource(),
      ...noReturn,
    },
    ...(preset.name || preset.company ? {} : { draftKey: 'add.person' }),
    aliases: { emails: 'email', phones: 'phone', companyId: 'company', sources: 'sourceWhat' },
    check: (values) => ({
      ...(values.firstName.trim() || values.lastName.trim() ? {} : { firstName: t('person.needName') }),
      ...checkSource(values, t),
      ...checkReturn(values, t),
    }),
    save: async (values) =>
      refusedAsErased(
        api.POST('/contacts', {
          body: {
            firstName: values.firstName.trim() || null,
            lastName: values.lastName.trim() || null,
            title: values.title.trim() || null,
            ...personExtrasRequest(values, values.email, values.phone),
            companyId: await companyId(values, (made) => form.set('company', made)),
            sources: [toSource(values)],
            ...toReturn(values),
          },
        }),
        () => form.set('isErased', true),
      ),
    onSaved: (contact) => {
      renewLists(client);
      closeDialog();
      toast(t('added', { name: contact.name }), {
        action: {
          label: t('open'),
          run: () => void navigate({ to: '/people/$id', params: { id: contact.id } }),
        },
      });
    },
  });
  return form;
}

/** A person, with a company old or new, in one small form. */
export function AddPerson(props: AddFormProps) {
  const { t } = useTranslation('quickAdd');
  const form = usePersonForm(props);
  const { values, set } = form;
  return (
    <FormDialog opened onClose={closeDialog} title={t('title')} submitLabel={t('person.submit')} {...form}>
      {props.choice}
      <div className={classes.pair}>
        <TextInput
          label={t('person.firstName')}
          autoComplete="off"
          data-autofocus
          {...form.input('firstName')}
        />
        <TextInput label={t('person.lastName')} autoComplete="off" {...form.input('lastName')} />
      </div>
      <Twins kind="person" words={`${values.firstName} ${values.lastName}`} />
      <AsyncCombobox
        label={t('person.company')}
        {...form.field('company')}
        description={values.company?.value === newOption ? t('person.companyIsNew') : undefined}
        search={companySearch}
        createLabel={(name) => t('person.newCompany', { name })}
      />
      <TextInput label={t('person.title')} autoComplete="off" {...form.input('title')} />
      <div className={classes.pair}>
        <TextInput label={t('person.email')} type="email" autoComplete="off" {...form.input('email')} />
        <TextInput label={t('person.phone')} type="tel" autoComplete="off" {...form.input('phone')} />
      </div>
      <ComesBack
        values={values}
        errors={form.errors}
        onHow={(how) => set('backHow', how)}
        onDay={(day) => set('backOn', day)}
        onNote={(note) => set('backNote', note)}
      />
      <SourceFields
        values={values}
        errors={form.errors}
        onKind={(kind) => set('sourceKind', kind)}
        onWhat={(what) => set('sourceWhat', what)}
      />
      <MoreFields>
        <MorePersonFields values={values} set={set} errors={form.errors} />
        <SourceDate value={values.sourceWhen} onChange={(when) => set('sourceWhen', when)} />
      </MoreFields>
    </FormDialog>
  );
}
