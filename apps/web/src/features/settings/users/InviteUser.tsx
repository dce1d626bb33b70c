import { Button, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Invitation } from '../../../api/model.js';
import { FormDialog, toast } from '../../../ui/index.js';
import { teamsQuery } from '../teams/queries.js';
import { NewUserFields } from './NewUserFields.js';
import { useRenewUsers } from './queries.js';
import { accountBody, useNewUser } from './use-new-user.js';

interface InviteUserProps {
  onClose: () => void;
  /** The other way: an account with a password. */
  onMakeAccount: () => void;
}

/** Mails somebody a link to an account of their own: they choose their password themselves. */
export function InviteUser({ onClose, onMakeAccount }: InviteUserProps) {
  const { t } = useTranslation('users');
  const renew = useRenewUsers();
  const teams = useQuery(teamsQuery);
  const form = useNewUser<Invitation>({
    withPassword: false,
    save: (values) =>
      ok(api.POST('/invitations', { body: { ...accountBody(values), teamIds: values.teamIds } })),
    onSaved: ({ email }) => {
      renew();
      onClose();
      toast(t('invite.sent', { email }));
    },
  });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('invite.title')}
      submitLabel={t('invite.submit')}
      footer={
        <Button variant="subtle" color="gray" onClick={onMakeAccount}>
          {t('invite.withPassword')}
        </Button>
      }
      {...form}
    >
      <p>{t('invite.lead')}</p>
      <NewUserFields form={form}>
        <MultiSelect
          label={t('teams')}
          description={t('teamsHint')}
          size="sm"
          data={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('teamIds')}
        />
      </NewUserFields>
    </FormDialog>
  );
}
