import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import { FormMessage, useDocumentTitle, useForm } from '../../ui/index.js';
import { forgetLinkToken, useLinkToken } from './link-token.js';
import { NewPasswordInput } from './NewPasswordInput.js';
import { PublicFrame } from './PublicFrame.js';
import classes from './PublicForm.module.css';

/** Without a mailed link: asks for one. With it: the new password. */
export function PasswordResetPage() {
  const { t } = useTranslation('auth');
  useDocumentTitle(t('reset.title'));
  const link = useLinkToken();
  useEffect(() => forgetLinkToken, []);
  return (
    <PublicFrame>
      <h1>{t('reset.title')}</h1>
      {link ? <ChoosePassword key={link.key} token={link.token} /> : <RequestLink />}
    </PublicFrame>
  );
}

function RequestLink() {
  const { t } = useTranslation(['auth', 'common']);
  const [isSent, setSent] = useState(false);
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => (email.trim() ? {} : { email: t('common:fieldError.required') }),
    save: ({ email }) => ok(api.POST('/password-resets', { body: { email: email.trim() } })),
    onSaved: () => setSent(true),
  });
  if (isSent) return <Done text={t('reset.sent')} />;
  return (
    <>
      <p className={classes.lead}>{t('reset.lead')}</p>
      <form {...form.form} className={classes.form}>
        <TextInput
          label={t('login.email')}
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          {...form.input('email')}
        />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" loading={form.saving} fullWidth>
          {t('reset.send')}
        </Button>
        <ToLogin />
      </form>
    </>
  );
}

function ChoosePassword({ token }: { token: string }) {
  const { t } = useTranslation(['auth', 'common']);
  const [isDone, setDone] = useState(false);
  const form = useForm({
    initial: { newPassword: '' },
    aliases: { token: 'newPassword' },
    problems: { link_is_over: t('reset.over') },
    check: ({ newPassword }) => (newPassword ? {} : { newPassword: t('common:fieldError.required') }),
    save: ({ newPassword }) => ok(api.POST('/password-reset-completions', { body: { token, newPassword } })),
    onSaved: () => setDone(true),
  });
  if (isDone) return <Done text={t('reset.done')} />;
  return (
    <>
      <p className={classes.lead}>{t('reset.chooseLead')}</p>
      <form {...form.form} className={classes.form}>
        <NewPasswordInput label={t('reset.new')} autoFocus {...form.input('newPassword')} />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" loading={form.saving} fullWidth>
          {t('reset.save')}
        </Button>
        <ToLogin />
      </form>
    </>
  );
}

function Done({ text }: { text: string }) {
  return (
    <div className={classes.form} role="status">
      <p>{text}</p>
      <ToLogin />
    </div>
  );
}

function ToLogin() {
  const { t } = useTranslation('auth');
  return (
    <Link to="/login" className={classes.link}>
      {t('reset.toLogin')}
    </Link>
  );
}
