import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../api/client.js';
import { problemText } from '../api/problem-text.js';
import { onReauthentication } from '../api/reauthentication.js';
import { startOidc } from '../features/auth/oidc.js';
import { canUsePasskeys, hasDeclined, showPasskey } from '../features/auth/passkeys.js';
import { oidcLinksQuery } from '../features/settings/security/queries.js';
import { FormDialog, FormMessage, useForm } from '../ui/index.js';
import classes from './ProofDialog.module.css';
import { useMe } from './use-me.js';

/** Asks for a proof of identity when a dangerous act needs a fresh one; what was asked for goes on by itself. */
export function ProofDialog() {
  const [settle, setSettle] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => {
    let waiting: Promise<boolean> | null = null;
    // Several requests at once wait for one proof.
    return onReauthentication(
      () =>
        (waiting ??= new Promise<boolean>((resolve) => setSettle(() => resolve)).finally(() => {
          waiting = null;
          setSettle(null);
        })),
    );
  }, []);
  return settle && <Proof onSettled={settle} />;
}

function Proof({ onSettled }: { onSettled: (isProved: boolean) => void }) {
  const { t } = useTranslation(['auth', 'common']);
  const { enrolled } = useMe().secondFactor;
  const asksCode = enrolled.length > 0;
  const form = useForm({
    initial: { password: '', otp: '' },
    problems: { validation_failed: t('proof.wrong') },
    check: ({ password, otp }) => ({
      ...(password ? {} : { password: t('common:fieldError.required') }),
      ...(otp.trim() || !asksCode ? {} : { otp: t('common:fieldError.required') }),
    }),
    save: ({ password, otp }) =>
      ok(
        api.PUT('/sessions/current/proof', {
          body: { password, ...(asksCode ? { otp: otp.trim() } : {}) },
        }),
      ),
    onSaved: () => onSettled(true),
  });
  // Escape closes this dialog alone, not the one beneath that waits for it.
  const alone = {
    'data-mantine-stop-propagation': 'true',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onSettled(false);
    },
  };
  return (
    <FormDialog
      opened
      onClose={() => onSettled(false)}
      title={t('proof.title')}
      submitLabel={t('proof.confirm')}
      {...form}
    >
      <p className={classes.lead}>{t('proof.lead')}</p>
      {enrolled.includes('passkey') && canUsePasskeys() && <ByPasskey onProved={() => onSettled(true)} />}
      <PasswordInput
        label={t('proof.password')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
        {...alone}
        {...form.input('password')}
      />
      {asksCode && (
        <TextInput
          label={t('proof.code')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          {...alone}
          {...form.input('otp')}
        />
      )}
      <ByProvider />
    </FormDialog>
  );
}

function ByPasskey({ onProved }: { onProved: () => void }) {
  const { t } = useTranslation('auth');
  const { t: tCommon } = useTranslation();
  const [message, setMessage] = useState<string | null>(null);
  async function prove(): Promise<void> {
    setMessage(null);
    try {
      await ok(api.PUT('/sessions/current/proof', { body: { passkey: await showPasskey() } }));
      onProved();
    } catch (error) {
      const refused = t('login.passkeyRefused');
      if (!hasDeclined(error)) setMessage(problemText(error, tCommon, { validation_failed: refused }));
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
        onClick={() => void prove()}
      >
        {t('proof.withPasskey')}
      </Button>
      <FormMessage>{message}</FormMessage>
      <p className={classes.or}>{t('login.or')}</p>
    </>
  );
}

/** For accounts that sign in elsewhere, and may have no password here. */
function ByProvider() {
  const { t } = useTranslation('auth');
  const links = useQuery(oidcLinksQuery).data?.items ?? [];
  if (links.length === 0) return null;
  return (
    <>
      <p className={classes.or}>{t('login.or')}</p>
      {links.map(({ id, provider }) => (
        <Button
          key={id}
          variant="default"
          leftSection={<IconLogin2 size={16} stroke={1.6} aria-hidden />}
          onClick={() => void startOidc(provider.id, true).then((url) => location.assign(url))}
        >
          {t('proof.withProvider', { provider: provider.name })}
        </Button>
      ))}
      <p className={classes.lead}>{t('proof.providerHint')}</p>
    </>
  );
}
