import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Factor, Me } from '../../api/model.js';
import { isProblem } from '../../api/problem.js';
import { FactorStep, type ShownFactor } from './FactorStep.js';
import { loginProblemKey } from './login-problems.js';
import { OtherWays } from './OtherWays.js';
import { type PasswordLogin, PasswordStep } from './PasswordStep.js';
import { PublicFrame } from './PublicFrame.js';
import classes from './PublicForm.module.css';
import { signedIn } from './session.js';
import { usePasskeyLogin } from './use-passkey-login.js';

const route = getRouteApi('/login');

/** Signing in; leads back to where one was. */
export function LoginPage() {
  const { next, step, provider } = route.useSearch();
  const router = useRouter();
  const onSignedIn = useCallback(
    (me: Me) => {
      signedIn(me);
      router.history.push(next ?? '/');
    },
    [next, router],
  );
  return (
    <PublicFrame>
      {step === 'second_factor' && provider ? (
        <AfterProvider provider={provider} onSignedIn={onSignedIn} />
      ) : (
        <ByPassword onSignedIn={onSignedIn} />
      )}
    </PublicFrame>
  );
}

interface StepsProps {
  onSignedIn: (me: Me) => void;
}

function ByPassword({ onSignedIn }: StepsProps) {
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<{ given: PasswordLogin; factors: Factor[] } | null>(null);
  if (!asked) {
    return (
      <FirstStep
        email={email}
        onSignedIn={onSignedIn}
        onAsked={(given, factors) => {
          setEmail(given.email);
          setAsked({ given, factors });
        }}
      />
    );
  }
  const { given, factors } = asked;
  return (
    <FactorStep
      factors={factors}
      send={(shown) => ok(api.POST('/sessions', { body: { ...given, ...shown } }))}
      onSignedIn={onSignedIn}
      onBack={() => setAsked(null)}
    />
  );
}

interface FirstStepProps extends StepsProps {
  email: string;
  onAsked: (given: PasswordLogin, factors: Factor[]) => void;
}

function FirstStep(props: FirstStepProps) {
  const { t } = useTranslation('auth');
  const { next, problem } = route.useSearch();
  const passkey = usePasskeyLogin(props.onSignedIn);
  const problemKey = loginProblemKey(problem);
  const lead = problemKey ? (
    <p className={classes.problem} role="alert">
      {t(problemKey)}
    </p>
  ) : (
    next && <p className={classes.lead}>{t('login.ended')}</p>
  );
  return (
    <>
      <PasswordStep {...props} lead={lead} />
      <OtherWays onPasskey={passkey.ask} message={passkey.message} isBusy={passkey.isBusy} />
    </>
  );
}

/** A provider confirmed the login without a second factor, and the account asks for its own. */
function AfterProvider({ provider, onSignedIn }: StepsProps & { provider: string }) {
  const navigate = useNavigate();
  const send = (shown: ShownFactor | Record<string, never>) =>
    ok(api.POST('/oidc/{provider}/sessions', { params: { path: { provider } }, body: shown }));
  const begin = useQuery({
    queryKey: ['oidc-second-step', provider],
    queryFn: async (): Promise<Factor[]> => {
      try {
        onSignedIn(await send({}));
        return [];
      } catch (error) {
        if (isProblem(error, 'second_factor_required')) return error.factors;
        await navigate({ to: '/login', search: { problem: 'oidc_expired' }, replace: true });
        return [];
      }
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!begin.data || begin.data.length === 0) return null;
  return (
    <FactorStep
      factors={begin.data}
      send={send}
      onSignedIn={onSignedIn}
      onBack={() => void navigate({ to: '/login' })}
    />
  );
}
