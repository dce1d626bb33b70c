import { Button, PasswordInput, TextInput } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import { FormMessage, useDocumentTitle, useForm } from '../../ui/index.js';
import { PublicFrame } from './PublicFrame.js';
import classes from './PublicForm.module.css';
import { signedIn } from './session.js';

const route = getRouteApi('/login');

/** Signing in; leads back to where one was. */
export function LoginPage() {
  const { t } = useTranslation(['auth', 'common']);
  useDocumentTitle(t('login.title'));
  const { next } = route.useSearch();
  const router = useRouter();
  const form = useForm({
    initial: { email: '', password: '' },
    problems: { invalid_credentials: t('login.wrong') },
    check: ({ email, password }) => ({
      ...(email.trim() ? {} : { email: t('common:fieldError.required') }),
      ...(password ? {} : { password: t('common:fieldError.required') }),
    }),
    save: ({ email, password }) => ok(api.POST('/sessions', { body: { email: email.trim(), password } })),
    onSaved: (me) => {
      signedIn(me);
      router.history.push(next ?? '/');
    },
  });
  return (
    <PublicFrame>
      <h1>{t('login.title')}</h1>
      {next && <p className={classes.lead}>{t('login.ended')}</p>}
      <form {...form.form} className={classes.form}>
        <TextInput
          label={t('login.email')}
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          {...form.input('email')}
        />
        <PasswordInput
          label={t('login.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
          {...form.input('password')}
        />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" loading={form.saving} fullWidth>
          {t('login.submit')}
        </Button>
        <p className={classes.help}>{t('login.help')}</p>
      </form>
    </PublicFrame>
  );
}
