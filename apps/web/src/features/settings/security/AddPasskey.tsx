import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { hasDeclined, isKnownHere, makePasskey } from '../../auth/passkeys.js';

interface AddPasskeyProps {
  onClose: () => void;
  onDone: (codes: string[] | null) => Promise<void>;
}

/** Made by the browser under a problem's code, so that the form can say it in words. */
const failed = (code: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: code, status: 400, code, detail: code, requestId: '' });

/** A name for the passkey, then the browser's own dialog. */
export function AddPasskey({ onClose, onDone }: AddPasskeyProps) {
  const { t } = useTranslation(['security', 'common']);
  const form = useForm({
    initial: { name: '' },
    problems: {
      declined: t('passkeys.declined'),
      passkey_known: t('problem.passkey_known'),
      passkeys_unavailable: t('problem.passkeys_unavailable'),
    },
    check: ({ name }) => (name.trim() ? {} : { name: t('common:fieldError.required') }),
    save: async ({ name }) => {
      const passkey = await makePasskey().catch((error: unknown) => {
        if (hasDeclined(error)) throw failed('declined');
        throw isKnownHere(error) ? failed('passkey_known') : error;
      });
      return ok(api.POST('/me/passkeys', { body: { name: name.trim(), passkey } }));
    },
    onSaved: ({ recoveryCodes }) => {
      onClose();
      toast(t('passkeys.added'));
      void onDone(recoveryCodes);
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('passkeys.add')} submitLabel={t('passkeys.make')} {...form}>
      <TextInput
        label={t('passkeys.name')}
        description={t('passkeys.nameHint')}
        data-autofocus
        autoComplete="off"
        {...form.input('name')}
      />
    </FormDialog>
  );
}
