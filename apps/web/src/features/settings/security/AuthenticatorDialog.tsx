import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { TotpInvitation } from '../../../api/model.js';
import { FormDialog, useForm } from '../../../ui/index.js';
import { CopyField } from './CopyField.js';
import classes from './Security.module.css';

interface AuthenticatorDialogProps {
  invitation: TotpInvitation;
  onClose: () => void;
  onDone: (codes: string[] | null) => Promise<void>;
}

/** `JBSW Y3DP …`: easier to type by hand. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Scan, type the first code, done. */
export function AuthenticatorDialog({ invitation, onClose, onDone }: AuthenticatorDialogProps) {
  const { t } = useTranslation(['security', 'auth', 'common']);
  const form = useForm({
    initial: { code: '' },
    problems: { validation_failed: t('app.wrongCode') },
    check: ({ code }) => (/^\s*(\d\s*){6}$/.test(code) ? {} : { code: t('app.sixDigits') }),
    save: ({ code }) => ok(api.PUT('/me/totp/confirmation', { body: { code } })),
    onSaved: ({ recoveryCodes }) => {
      onClose();
      void onDone(recoveryCodes);
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('app.add')} submitLabel={t('app.confirm')} {...form}>
      <ol className={classes.steps}>
        <li>{t('app.stepApp')}</li>
        <li>{t('app.stepScan')}</li>
        <li>{t('app.stepCode')}</li>
      </ol>
      <img
        className={classes.qr}
        src={`data:image/svg+xml,${encodeURIComponent(invitation.qrCode)}`}
        alt={t('app.qrCode')}
        width={184}
        height={184}
      />
      <CopyField label={t('app.secret')} value={inFours(invitation.secret)} copied={invitation.secret} />
      <TextInput
        label={t('auth:factor.code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        data-autofocus
        {...form.input('code')}
      />
    </FormDialog>
  );
}
