import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { useHeirs, useMoveAll } from './ownership.js';
import { useChangeUser } from './use-change-user.js';
import { useUserProblems } from './use-act-problem.js';
import classes from './Users.module.css';

/** Shuts an account at once; what its user owned goes to somebody else in the same breath. */
export function CloseAccount({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('users');
  const change = useChangeUser(user);
  const moveAll = useMoveAll(user);
  const heirs = useHeirs(user);
  const mayMove = useMay()('contacts.assign');
  const owns = user.owns && user.owns.companies + user.owns.contacts > 0 ? user.owns : null;
  const form = useForm<{ toUserId: string | null }>({
    initial: { toUserId: null },
    problems: useUserProblems(),
    // Access ends first: what is owned can be moved also afterwards.
    save: async ({ toUserId }) => {
      if (user.active) await change({ active: false });
      if (toUserId) await moveAll(toUserId, { contacts: true, companies: true });
    },
    onSaved: () => {
      onClose();
      toast(t('closeAccount.done', { name: user.name }));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('closeAccount.title', { name: user.name })}
      submitLabel={t('closeAccount.submit')}
      {...form}
    >
      <div className={classes.outcome}>
        <p>{t('closeAccount.lead')}</p>
        <ul>
          <li>{t('closeAccount.access')}</li>
          <li>{t('closeAccount.kept')}</li>
          <li>{t('closeAccount.promise')}</li>
        </ul>
      </div>
      {owns && mayMove && (
        <Select
          label={t('closeAccount.to', {
            companies: formatNumber(owns.companies),
            contacts: formatNumber(owns.contacts),
          })}
          description={t('closeAccount.toHint')}
          placeholder={t('closeAccount.leave')}
          data={heirs}
          searchable
          clearable
          {...form.field('toUserId')}
        />
      )}
      {owns && !mayMove && (
        <p>
          {t('closeAccount.othersMove', {
            companies: formatNumber(owns.companies),
            contacts: formatNumber(owns.contacts),
          })}
        </p>
      )}
    </FormDialog>
  );
}
