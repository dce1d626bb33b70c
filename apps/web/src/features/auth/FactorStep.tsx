import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Factor, Me } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { FormMessage, useDocumentTitle, useForm } from '../../ui/index.js';
import { canUsePasskeys, hasDeclined, type PasskeyAnswer, showPasskey } from './passkeys.js';
import classes from './PublicForm.module.css';

/** A second factor: the code of an app or a recovery code, or what a passkey answered. */
export type ShownFactor = { otp: string } | { passkey: PasskeyAnswer };

interface FactorStepProps {
  /** What the account takes. */
  factors: Factor[];
  send: (shown: ShownFactor) => Promise<Me>;
  onSignedIn: (me: Me) => void;
  onBack: () => void;
}

/** The second step of signing in. */
export function FactorStep({ factors, send, onSignedIn, onBack }: FactorStepProps) {
  const { t } = useTranslation('auth');
  useDocumentTitle(t('factor.title'));
  const [byRecovery, setByRecovery] = useState(false);
  const hasApp = factors.includes('totp');
  const withPasskey = factors.includes('passkey') && canUsePasskeys();
  const asksCode = byRecovery || hasApp;
  return (
    <>
      <h1>{t('factor.title')}</h1>
      <p className={classes.lead}>
        {byRecovery ? t('factor.recoveryLead') : hasApp ? t('factor.appLead') : t('factor.passkeyLead')}
      </p>
      {asksCode && (
        <CodeForm key={String(byRecovery)} isRecovery={byRecovery} send={send} onSignedIn={onSignedIn} />
      )}
      <div className={classes.ways}>
        {!byRecovery && withPasskey && (
          <PasskeyButton isFirst={!hasApp} send={send} onSignedIn={onSignedIn} />
        )}
        {factors.includes('recovery_code') && (
          <Button variant="subtle" color="gray" fullWidth onClick={() => setByRecovery(!byRecovery)}>
            {byRecovery ? t('factor.notRecovery') : t('factor.useRecovery')}
          </Button>
        )}
        <Button variant="subtle" color="gray" fullWidth onClick={onBack}>
          {t('factor.back')}
        </Button>
      </div>
      {!byRecovery && !hasApp && !withPasskey && <p className={classes.help}>{t('factor.notHere')}</p>}
    </>
  );
}

interface CodeFormProps extends Pick<FactorStepProps, 'send' | 'onSignedIn'> {
  isRecovery: boolean;
}

/** Sends itself when the sixth digit of an app's code is there. */
function CodeForm({ isRecovery, send, onSignedIn }: CodeFormProps) {
  const { t } = useTranslation(['auth', 'common']);
  const form = useForm({
    initial: { otp: '' },
    problems: { second_factor_required: isRecovery ? t('factor.recoveryWrong') : t('factor.wrong') },
    check: ({ otp }) => (otp.trim() ? {} : { otp: t('common:fieldError.required') }),
    save: ({ otp }) => send({ otp: otp.trim() }),
    onSaved: onSignedIn,
  });
  const { otp } = form.values;
  const sent = useRef('');
  const formElement = form.form.ref;
  useEffect(() => {
    const digits = otp.replaceAll(/\s/g, '');
    if (isRecovery || !/^\d{6}$/.test(digits) || sent.current === digits) return;
    sent.current = digits;
    formElement.current?.requestSubmit();
  }, [otp, isRecovery, formElement]);
  return (
    <form {...form.form} className={classes.form}>
      <TextInput
        label={isRecovery ? t('factor.recoveryCode') : t('factor.code')}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        classNames={{ input: classes.code ?? '' }}
        {...form.input('otp')}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" loading={form.saving} fullWidth>
        {t('login.submit')}
      </Button>
    </form>
  );
}

interface PasskeyButtonProps extends Pick<FactorStepProps, 'send' | 'onSignedIn'> {
  /** Nothing else stands before it. */
  isFirst: boolean;
}

function PasskeyButton({ isFirst, send, onSignedIn }: PasskeyButtonProps) {
  const { t } = useTranslation('auth');
  const { t: tCommon } = useTranslation();
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function ask(): Promise<void> {
    setMessage(null);
    setBusy(true);
    try {
      onSignedIn(await send({ passkey: await showPasskey() }));
    } catch (error) {
      const refused = t('login.passkeyRefused');
      if (!hasDeclined(error)) setMessage(problemText(error, tCommon, { second_factor_required: refused }));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button
        variant={isFirst ? 'filled' : 'default'}
        fullWidth
        loading={isBusy}
        leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
        onClick={() => void ask()}
      >
        {t('factor.usePasskey')}
      </Button>
      <FormMessage>{message}</FormMessage>
    </>
  );
}
