import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { InvitationLookUp } from '../../api/model.js';
import { isProblem } from '../../api/problem.js';
import { formatDateTime } from '../../i18n/format.js';
import { showLanguage } from '../../i18n/index.js';
import { RouteError } from '../../shell/RouteError.js';
import { FormMessage, SkeletonText, useDocumentTitle, useForm } from '../../ui/index.js';
import { forgetLinkToken, type LinkToken, useLinkToken } from './link-token.js';
import { NewPasswordInput } from './NewPasswordInput.js';
import { PublicFrame } from './PublicFrame.js';
import classes from './PublicForm.module.css';
import { signedIn } from './session.js';

/** Who invites, and the password of one's own. */
export function InvitationPage() {
  const { t } = useTranslation('auth');
  useDocumentTitle(t('invitation.title'));
  const link = useLinkToken();
  useEffect(() => forgetLinkToken, []);
  return (
    <PublicFrame>
      {link ? <Invitation key={link.key} link={link} /> : <Over text={t('invitation.noLink')} />}
    </PublicFrame>
  );
}

function Invitation({ link: { token, key } }: { link: LinkToken }) {
  const { t } = useTranslation('auth');
  const invitation = useQuery({
    // The secret itself stays out of the cache's keys.
    queryKey: ['invitation-look-up', key],
    queryFn: () => ok(api.POST('/invitation-look-ups', { body: { token } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  const language = invitation.data?.language;
  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);
  if (invitation.data) return <Acceptance invitation={invitation.data} token={token} />;
  if (!invitation.error) return <SkeletonText rows={5} />;
  return isProblem(invitation.error, 'link_is_over') || isProblem(invitation.error, 'validation_failed') ? (
    <Over text={t('invitation.over')} />
  ) : (
    <RouteError error={invitation.error} reset={() => void invitation.refetch()} />
  );
}

function Acceptance({ invitation, token }: { invitation: InvitationLookUp; token: string }) {
  const { t } = useTranslation(['auth', 'common']);
  const router = useRouter();
  const { name, email, inviter, company, expiresAt } = invitation;
  const form = useForm({
    initial: { password: '' },
    problems: { link_is_over: t('invitation.over') },
    check: ({ password }) => (password ? {} : { password: t('common:fieldError.required') }),
    save: ({ password }) => ok(api.POST('/invitation-acceptances', { body: { token, password } })),
    onSaved: (me) => {
      signedIn(me);
      router.history.replace('/');
    },
  });
  return (
    <>
      <h1>{t('invitation.welcome', { name })}</h1>
      <p className={classes.lead}>{t('invitation.lead', { inviter, company })}</p>
      <dl className={classes.facts}>
        <dt>{t('invitation.account')}</dt>
        <dd>{email}</dd>
        <dt>{t('invitation.until')}</dt>
        <dd>
          <time dateTime={expiresAt}>{formatDateTime(expiresAt)}</time>
        </dd>
      </dl>
      <form {...form.form} className={classes.form}>
        {/* Lets a password manager know whose password it keeps. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordInput label={t('invitation.password')} autoFocus {...form.input('password')} />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" loading={form.saving} fullWidth>
          {t('invitation.accept')}
        </Button>
        <p className={classes.help}>{t('invitation.personal')}</p>
      </form>
    </>
  );
}

function Over({ text }: { text: string }) {
  const { t } = useTranslation('auth');
  return (
    <>
      <h1>{t('invitation.title')}</h1>
      <div className={classes.form}>
        <p>{text}</p>
        <Link to="/login" className={classes.link}>
          {t('reset.toLogin')}
        </Link>
      </div>
    </>
  );
}
