import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Me } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { canFillPasskeys, forgetPasskeyRequest, hasDeclined, showPasskey } from './passkeys.js';

/** A challenge is good for five minutes; the browser is asked with a new one before that. */
const renewAfter = 4.5 * 60_000;

/** Signing in with a passkey alone: by a button, or from what the browser offers in the e-mail field. */
export function usePasskeyLogin(onSignedIn: (me: Me) => void) {
  const { t } = useTranslation('auth');
  const { t: tCommon } = useTranslation();
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const signIn = useCallback(
    async (fill: boolean): Promise<void> => {
      const passkey = await showPasskey({ fill }).catch((error: unknown) => {
        // What the browser was merely to offer may fail without a word: the button says why.
        if (!fill && !hasDeclined(error)) setMessage(problemText(error, tCommon));
        return null;
      });
      if (!passkey) return;
      setBusy(true);
      try {
        onSignedIn(await ok(api.POST('/sessions', { body: { passkey } })));
      } catch (error) {
        setMessage(problemText(error, tCommon, { invalid_credentials: t('login.passkeyRefused') }));
      } finally {
        setBusy(false);
      }
    },
    [onSignedIn, t, tCommon],
  );

  const offer = useCallback((): void => {
    void canFillPasskeys().then((can) => (can ? signIn(true) : undefined));
  }, [signIn]);

  useEffect(() => {
    offer();
    const timer = setInterval(offer, renewAfter);
    return () => {
      clearInterval(timer);
      forgetPasskeyRequest();
    };
    // Once per visit: a new wording of the texts must not ask the browser again.
  }, []);

  return {
    message,
    isBusy,
    /** Asks for a passkey now. */
    ask: () => {
      setMessage(null);
      void signIn(false).then(offer);
    },
  };
}
