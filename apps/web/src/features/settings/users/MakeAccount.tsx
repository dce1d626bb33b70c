import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { User } from '../../../api/model.js';
import { FormDialog, toast } from '../../../ui/index.js';
import { NewUserFields } from './NewUserFields.js';
import { useRenewUsers } from './queries.js';
import { accountBody, useNewUser } from './use-new-user.js';

/** A new colleague with a first password: for where no mail goes. */
export function MakeAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'auth']);
  const renew = useRenewUsers();
  const form = useNewUser<User>({
    withPassword: true,
    save: (values) => ok(api.POST('/users', { body: { ...accountBody(values), password: values.password } })),
    onSaved: ({ name }) => {
      renew();
      onClose();
      toast(t('make.added', { name }));
    },
  });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('make.title')}
      submitLabel={t('make.submit')}
      {...form}
    >
      <p>{t('make.lead')}</p>
      <NewUserFields form={form}>
        <PasswordInput
          label={t('make.password')}
          description={t('make.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:password.show'), tabIndex: 0 }}
          {...form.input('password')}
        />
      </NewUserFields>
    </FormDialog>
  );
}
