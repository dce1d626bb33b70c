import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Language, Role } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { languageNames, languages } from '../../i18n/index.js';
import { useMe } from '../../shell/use-me.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';

const roles: Role[] = ['salesperson', 'admin'];

interface UserValues {
  name: string;
  email: string;
  role: Role;
  language: Language;
  password: string;
}

function useUserForm(onClose: () => void) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const client = useQueryClient();
  const { controller } = useMe();
  return useForm<UserValues, { name: string }>({
    initial: { name: '', email: '', role: 'salesperson', language: controller.language, password: '' },
    aliases: { roles: 'role' },
    check: (values) =>
      Object.fromEntries(
        (['name', 'email', 'password'] as const)
          .filter((field) => !values[field].trim())
          .map((field) => [field, t('common:fieldError.required')]),
      ),
    save: ({ name, email, role, language, password }) =>
      ok(
        api.POST('/users', {
          body: { name: name.trim(), email: email.trim(), password, roles: [role], language },
        }),
      ),
    onSaved: ({ name }) => {
      void client.invalidateQueries({ queryKey: usersQuery.queryKey });
      onClose();
      toast(t('users.added', { name }));
    },
  });
}

/** A new colleague with a first password. */
export function AddUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const form = useUserForm(onClose);
  return (
    <FormDialog opened onClose={onClose} title={t('users.add')} submitLabel={t('users.submit')} {...form}>
      <TextInput label={t('users.name')} autoComplete="off" data-autofocus {...form.input('name')} />
      <TextInput label={t('users.email')} type="email" autoComplete="off" {...form.input('email')} />
      <Select
        label={t('users.role')}
        data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        allowDeselect={false}
        value={form.values.role}
        error={form.errors.role}
        onChange={(role) => role && form.set('role', role)}
      />
      <Select
        label={t('users.language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        allowDeselect={false}
        value={form.values.language}
        onChange={(language) => language && form.set('language', language)}
      />
      <PasswordInput
        label={t('users.password')}
        description={t('users.passwordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('auth:password.show'), tabIndex: 0 }}
        {...form.input('password')}
      />
    </FormDialog>
  );
}
