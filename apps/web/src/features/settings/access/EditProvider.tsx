import { Button, PasswordInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { OidcKind, OidcProvider } from '../../../api/model.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { problemText } from '../../../api/problem-text.js';
import { CopyLine } from '../CopyLine.js';
import settingsClasses from '../Settings.module.css';
import { domainsOf, issuerOf, newId } from './issuer.js';
import { oidcProvidersQuery } from './queries.js';

interface ProviderValues {
  kind: OidcKind;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  allowedDomains: string;
}
const kinds = ['microsoft', 'google', 'other'] as const satisfies OidcKind[];
const usualNames: Record<OidcKind, string> = { microsoft: 'Microsoft', google: 'Google', other: '' };

/** A provider's id is chosen here, so that its callback address can be copied before it is saved. */
const callbackOf = (id: string): string => `${location.origin}/api/v1/oidc/${id}/callback`;

function useProviderForm(id: string, provider: OidcProvider | null, onClose: () => void) {
  const { t } = useTranslation(['access', 'common']);
  const client = useQueryClient();
  return useForm<ProviderValues, OidcProvider>({
    initial: {
      kind: provider?.kind ?? 'microsoft',
      name: provider?.name ?? usualNames.microsoft,
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      clientSecret: '',
      allowedDomains: provider?.allowedDomains.join(', ') ?? '',
    },
    check: (values) => {
      const needed = [
        'name',
        'clientId',
        'allowedDomains',
        ...(values.kind === 'google' ? [] : ['issuer']),
        ...(provider ? [] : ['clientSecret']),
      ] as (keyof ProviderValues)[];
      const empty = needed.filter((field) => !values[field].trim());
      return Object.fromEntries(empty.map((field) => [field, t('common:fieldError.required')]));
    },
    save: ({ kind, name, issuer, clientId, clientSecret, allowedDomains }) =>
      ok(
        api.PUT('/security-settings/oidc-providers/{id}', {
          params: { path: { id } },
          body: {
            kind,
            name: name.trim(),
            issuer: issuerOf(kind, issuer),
            clientId: clientId.trim(),
            ...(clientSecret ? { clientSecret } : {}),
            allowedDomains: domainsOf(allowedDomains),
          },
          ...(provider ? { headers: ifMatch(provider) } : {}),
        }),
      ),
    onSaved: ({ name }) => {
      void client.invalidateQueries({ queryKey: oidcProvidersQuery.queryKey });
      onClose();
      toast(t('providers.done', { name }));
    },
  });
}

/** A sign-in service: what to register with it, and what it gives to be pasted here. */
export function EditProvider({ provider, onClose }: { provider: OidcProvider | null; onClose: () => void }) {
  const { t } = useTranslation(['access', 'auth']);
  const [id] = useState(() => provider?.id ?? newId());
  const known = useQuery(oidcProvidersQuery);
  const form = useProviderForm(id, provider, onClose);
  const { kind, name } = form.values;
  // The server knows its public address best; before a first provider, what the browser shows has to do.
  const [other] = known.data?.items ?? [];
  const redirectUri = provider?.redirectUri ?? other?.redirectUri.replace(other.id, id) ?? callbackOf(id);
  const choose = (next: OidcKind) => {
    form.set('kind', next);
    if (name === usualNames[kind]) form.set('name', usualNames[next]);
  };
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={provider ? t('providers.edit', { name: provider.name }) : t('providers.add')}
      footer={provider && <RemoveProvider provider={provider} onClose={onClose} />}
      {...form}
    >
      <SegmentedControl
        aria-label={t('providers.kindLabel')}
        size="sm"
        fullWidth
        disabled={provider !== null}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`providers.kind.${value}`) }))}
        onChange={(value) => choose(value)}
      />
      <ol className={settingsClasses.steps}>
        <li>{t(`providers.step1.${kind}`)}</li>
        <li>
          {t('providers.step2')}
          <CopyLine label={t('providers.callback')} value={redirectUri} />
        </li>
        <li>{t(`providers.step3.${kind}`)}</li>
      </ol>
      {kind !== 'google' && (
        <TextInput
          label={t(kind === 'microsoft' ? 'providers.tenant' : 'providers.issuer')}
          description={t(kind === 'microsoft' ? 'providers.tenantHint' : 'providers.issuerHint')}
          autoComplete="off"
          spellCheck={false}
          {...form.input('issuer')}
        />
      )}
      <TextInput
        label={t('providers.clientId')}
        description={t(`providers.clientIdHint.${kind}`)}
        autoComplete="off"
        spellCheck={false}
        {...form.input('clientId')}
      />
      <PasswordInput
        label={t('providers.clientSecret')}
        description={provider ? t('providers.secretKept') : t(`providers.secretHint.${kind}`)}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('auth:password.show'), tabIndex: 0 }}
        {...form.input('clientSecret')}
      />
      <Textarea
        label={t('providers.domains')}
        description={t('providers.domainsHint')}
        placeholder="havukka.fi"
        autosize
        minRows={1}
        {...form.input('allowedDomains')}
      />
      <TextInput label={t('providers.name')} description={t('providers.nameHint')} {...form.input('name')} />
    </FormDialog>
  );
}

function RemoveProvider({ provider, onClose }: { provider: OidcProvider; onClose: () => void }) {
  const { t } = useTranslation('access');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const remove = () =>
    ok(api.DELETE('/security-settings/oidc-providers/{id}', { params: { path: { id: provider.id } } }))
      .then(() => {
        onClose();
        toast(t('providers.removed', { name: provider.name }));
      })
      .catch((error: unknown) => void toast(problemText(error, tCommon), { tone: 'error' }))
      .finally(() => client.invalidateQueries({ queryKey: oidcProvidersQuery.queryKey }));
  return (
    <Button variant="subtle" color="red" onClick={() => (isSure ? void remove() : setSure(true))}>
      {t(isSure ? 'providers.removeSure' : 'providers.remove')}
    </Button>
  );
}
