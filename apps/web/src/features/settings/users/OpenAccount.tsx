import { Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Role, User } from '../../../api/model.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { RoleChoice } from './RoleChoice.js';
import { endOfDay, lastOutsideDay } from './role-values.js';
import { useChangeUser } from './use-change-user.js';

interface OpenValues {
  roles: Role[];
  reason: string;
  endsOn: string | null;
}

/** Lets somebody in again, with the roles that they need now: those from before do not come back by themselves. */
export function OpenAccount({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const change = useChangeUser(user);
  const isOutside = user.kind === 'outside';
  const form = useForm<OpenValues>({
    initial: { roles: [], reason: '', endsOn: null },
    aliases: { endsAt: 'endsOn' },
    check: ({ roles, reason, endsOn }) => ({
      ...(roles.length > 0 ? {} : { roles: t('problem.noRole') }),
      ...(reason.trim() ? {} : { reason: t('common:fieldError.required') }),
      ...(isOutside && !endsOn ? { endsOn: t('problem.outsideNeedsEnd') } : {}),
    }),
    save: ({ roles, reason, endsOn }) =>
      change({ active: true, roles, reason: reason.trim(), endsAt: endsOn ? endOfDay(endsOn) : null }),
    onSaved: () => {
      onClose();
      toast(t('openAccount.done', { name: user.name }));
    },
  });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('openAccount.title', { name: user.name })}
      submitLabel={t('openAccount.submit')}
      {...form}
    >
      <p>{t('openAccount.lead')}</p>
      <RoleChoice
        value={form.values.roles}
        error={form.errors.roles}
        onChange={(roles) => form.set('roles', roles)}
      />
      <DateField
        label={t('endsOn')}
        description={t(isOutside ? 'outsideHint' : 'endsOnOptional')}
        minDate={dayjs().format('YYYY-MM-DD')}
        {...(isOutside ? { maxDate: lastOutsideDay() } : {})}
        {...form.field('endsOn')}
      />
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        {...form.input('reason')}
      />
    </FormDialog>
  );
}
