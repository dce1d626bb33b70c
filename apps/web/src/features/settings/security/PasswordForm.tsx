import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { useMe } from '../../../shell/use-me.js';
import { FormMessage, toast, useForm } from '../../../ui/index.js';
import { NewPasswordInput } from '../../auth/NewPasswordInput.js';
import classes from '../Settings.module.css';
import { sessionsQuery } from './queries.js';

/** Changes the user's own password; the other sessions end. */
export function PasswordForm() {
  const { t } = useTranslation(['security', 'auth', 'common']);
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    check: ({ currentPassword, newPassword }) => ({
      ...(currentPassword ? {} : { currentPassword: t('common:fieldError.required') }),
      ...(newPassword ? {} : { newPassword: t('common:fieldError.required') }),
    }),
    save: (body) => ok(api.PUT('/me/password', { body })),
    onSaved: () => {
      form.reset();
      toast(t('password.changed'));
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <form {...form.form} className={classes.fields}>
      {/* Lets a password manager know whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('auth:password.show'), tabIndex: 0 }}
        {...form.input('currentPassword')}
      />
      <NewPasswordInput label={t('password.new')} {...form.input('newPassword')} />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" variant="default" loading={form.saving} className={classes.submit}>
        {t('password.change')}
      </Button>
    </form>
  );
}
