import { SegmentedControl, Select, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../../i18n/index.js';
import { DateField } from '../../../ui/index.js';
import { RoleChoice } from './RoleChoice.js';
import { lastOutsideDay } from './role-values.js';
import type { NewUserForm } from './use-new-user.js';
import classes from './Users.module.css';

interface NewUserFieldsProps {
  form: Pick<NewUserForm, 'values' | 'errors' | 'set' | 'input' | 'field'>;
  /** Further fields, after the language. */
  children?: ReactNode;
}

/** Who somebody new is, what they do and what they may do. */
export function NewUserFields({ form, children }: NewUserFieldsProps) {
  const { t } = useTranslation(['users', 'common']);
  const kindLabel = useId();
  const { kind } = form.values;
  return (
    <>
      <TextInput label={t('name')} autoComplete="off" data-autofocus {...form.input('name')} />
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        type="email"
        autoComplete="off"
        {...form.input('email')}
      />
      <div>
        <p className={classes.label} id={kindLabel}>
          {t('kindLabel')}
        </p>
        <SegmentedControl
          aria-labelledby={kindLabel}
          size="sm"
          fullWidth
          value={kind}
          data={(['staff', 'outside'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => form.set('kind', value)}
        />
        {kind === 'outside' && <p className={classes.hint}>{t('outsideHint')}</p>}
      </div>
      {kind === 'outside' && (
        <DateField
          label={t('endsOn')}
          description={t('endsOnHint')}
          minDate={dayjs().format('YYYY-MM-DD')}
          maxDate={lastOutsideDay()}
          {...form.field('endsOn')}
        />
      )}
      <TextInput label={t('duty')} description={t('dutyHint')} {...form.input('duty')} />
      <RoleChoice
        value={form.values.roles}
        error={form.errors.roles}
        onChange={(roles) => form.set('roles', roles)}
      />
      <Select
        label={t('language')}
        description={t('languageHint')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        allowDeselect={false}
        value={form.values.language}
        onChange={(language) => language && form.set('language', language)}
      />
      {children}
    </>
  );
}
