import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Factor, Me } from '../../api/model.js';
import { isProblem } from '../../api/problem.js';
import { FormMessage, useDocumentTitle, useForm } from '../../ui/index.js';
import classes from './PublicForm.module.css';

export interface PasswordLogin {
  email: string;
  password: string;
}

interface PasswordStepProps {
  /** What stands above the form: why one is here. */
  lead: ReactNode;
  email: string;
  onSignedIn: (me: Me) => void;
  /** The password is right, and the account asks for more. */
  onAsked: (given: PasswordLogin, factors: Factor[]) => void;
}

/** The first step of signing in. The e-mail field also offers the browser's passkeys. */
export function PasswordStep({ lead, email: known, onSignedIn, onAsked }: PasswordStepProps) {
  const { t } = useTranslation(['auth', 'common']);
  useDocumentTitle(t('login.title'));
  const form = useForm<PasswordLogin, Me | null>({
    initial: { email: known, password: '' },
    problems: { invalid_credentials: t('login.wrong') },
    check: ({ email, password }) => ({
      ...(email.trim() ? {} : { email: t('common:fieldError.required') }),
      ...(password ? {} : { password: t('common:fieldError.required') }),
    }),
    save: async ({ email, password }) => {
      const given = { email: email.trim(), password };
      try {
        return await ok(api.POST('/sessions', { body: given }));
      } catch (error) {
        if (!isProblem(error, 'second_factor_required')) throw error;
        onAsked(given, error.factors);
        return null;
      }
    },
    onSaved: (me) => me && onSignedIn(me),
  });
  return (
    <>
      <h1>{t('login.title')}</h1>
      {lead}
      <form {...form.form} className={classes.form}>
        <TextInput
          label={t('login.email')}
          type="email"
          autoComplete="username webauthn"
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
        <Link to="/password-reset" className={classes.link}>
          {t('login.forgot')}
        </Link>
      </form>
    </>
  );
}
