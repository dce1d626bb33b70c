import { Button } from '@mantine/core';
import {
  IconBrandGoogleFilled,
  IconBrandWindowsFilled,
  IconFingerprint,
  IconLogin2,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OidcProviderButton } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { FormMessage } from '../../ui/index.js';
import { canUsePasskeys } from './passkeys.js';
import classes from './PublicForm.module.css';
import { oidcProvidersQuery, startOidc } from './oidc.js';

const icons: Record<string, typeof IconLogin2> = {
  microsoft: IconBrandWindowsFilled,
  google: IconBrandGoogleFilled,
};

interface OtherWaysProps {
  /** Asks for a passkey. */
  onPasskey: () => void;
  message: string | null;
  isBusy: boolean;
}

/** Signing in without a password: with a passkey, or with the account that one has elsewhere. */
export function OtherWays({ onPasskey, message, isBusy }: OtherWaysProps) {
  const { t } = useTranslation('auth');
  const providers = useQuery(oidcProvidersQuery).data?.items ?? [];
  const withPasskeys = canUsePasskeys();
  if (!withPasskeys && providers.length === 0) return null;
  return (
    <div className={classes.ways}>
      <p className={classes.or}>{t('login.or')}</p>
      {providers.map((provider) => (
        <ProviderButton key={provider.id} provider={provider} />
      ))}
      {withPasskeys && (
        <Button
          variant="default"
          fullWidth
          loading={isBusy}
          leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
          onClick={onPasskey}
        >
          {t('login.withPasskey')}
        </Button>
      )}
      <FormMessage>{message}</FormMessage>
    </div>
  );
}

function ProviderButton({ provider }: { provider: OidcProviderButton }) {
  const { t } = useTranslation('auth');
  const { t: tCommon } = useTranslation();
  const Icon = icons[provider.kind] ?? IconLogin2;
  const start = useMutation({
    mutationFn: () => startOidc(provider.id),
    onSuccess: (url) => location.assign(url),
  });
  return (
    <>
      <Button
        variant="default"
        fullWidth
        loading={start.isPending || start.isSuccess}
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => start.mutate()}
      >
        {t('login.withProvider', { provider: provider.name })}
      </Button>
      <FormMessage>
        {start.error &&
          problemText(start.error, tCommon, { oidc_unavailable: t('problem.oidc_unavailable') })}
      </FormMessage>
    </>
  );
}
