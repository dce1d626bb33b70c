import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import { useMe } from '../../shell/use-me.js';
import { FormMessage, toast, useForm } from '../../ui/index.js';
import classes from './Settings.module.css';

/** Changes the user's own password; the other sessions end. */
export function PasswordForm() {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const me = useMe();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    check: ({ currentPassword, newPassword }) => ({
      ...(currentPassword ? {} : { currentPassword: t('common:fieldError.required') }),
      ...(newPassword ? {} : { newPassword: t('common:fieldError.required') }),
    }),
    save: (body) => ok(api.PUT('/me/password', { body })),
    onSaved: () => {
      form.reset();
      toast(t('me.changed'));
    },
  });
  const eye = { 'aria-label': t('auth:password.show'), tabIndex: 0 };
  return (
    <form {...form.form} className={classes.fields}>
      {/* Lets a password manager know whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
      <PasswordInput
        label={t('me.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={eye}
        {...form.input('currentPassword')}
      />
      <PasswordInput
        label={t('me.new')}
        description={t('me.newHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...form.input('newPassword')}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" variant="default" loading={form.saving} className={classes.submit}>
        {t('me.change')}
      </Button>
    </form>
  );
}
