import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, User } from '../../../api/model.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { RoleChoice } from './RoleChoice.js';
import { endOfDay, lastOutsideDay } from './role-values.js';
import { useUserProblems } from './use-act-problem.js';
import { useChangeUser } from './use-change-user.js';
import classes from './Users.module.css';

interface DutyValues {
  duty: string;
  kind: User['kind'];
  roles: Role[];
  reason: string;
  endsOn: string | null;
}

function useDutyForm(user: User, onClose: () => void) {
  const { t } = useTranslation(['users', 'common']);
  const change = useChangeUser(user);
  return useForm<DutyValues>({
    initial: { duty: user.duty ?? '', kind: user.kind, roles: user.roles, reason: '', endsOn: null },
    aliases: { endsAt: 'endsOn' },
    problems: useUserProblems(),
    check: ({ roles, reason, kind, endsOn }) => ({
      ...(roles.length > 0 ? {} : { roles: t('problem.noRole') }),
      ...(reason.trim() ? {} : { reason: t('common:fieldError.required') }),
      ...(kind === 'outside' && !endsOn ? { endsOn: t('problem.outsideNeedsEnd') } : {}),
    }),
    save: ({ duty, kind, roles, reason, endsOn }) =>
      change({
        duty: duty.trim() || null,
        kind,
        roles,
        reason: reason.trim(),
        endsAt: endsOn ? endOfDay(endsOn) : null,
      }),
    onSaved: () => {
      onClose();
      toast(t('dutyChange.done', { name: user.name }));
    },
  });
}

/** Another duty ends every role; those that go on begin anew, with this reason (K5). */
export function ChangeDuty({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('users');
  const form = useDutyForm(user, onClose);
  const kindLabel = useId();
  const { kind } = form.values;
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('dutyChange.title', { name: user.name })}
      submitLabel={t('dutyChange.submit')}
      {...form}
    >
      <p>{t('dutyChange.lead')}</p>
      <TextInput label={t('duty')} description={t('dutyHint')} data-autofocus {...form.input('duty')} />
      <div>
        <p className={classes.label} id={kindLabel}>
          {t('kindLabel')}
        </p>
        <SegmentedControl
          aria-labelledby={kindLabel}
          size="sm"
          fullWidth
          value={kind}
          data={(['staff', 'outside'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => form.set('kind', value)}
        />
      </div>
      <RoleChoice
        value={form.values.roles}
        error={form.errors.roles}
        onChange={(roles) => form.set('roles', roles)}
      />
      <DateField
        label={t('endsOn')}
        description={t(kind === 'outside' ? 'outsideHint' : 'endsOnOptional')}
        minDate={dayjs().format('YYYY-MM-DD')}
        {...(kind === 'outside' ? { maxDate: lastOutsideDay() } : {})}
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
