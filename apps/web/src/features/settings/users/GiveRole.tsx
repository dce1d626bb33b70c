import { Radio, Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Grant, Role, User } from '../../../api/model.js';
import { useMe } from '../../../shell/use-me.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { useRenewUsers } from './queries.js';
import { endOfDay, lastOutsideDay, roles, startOfDay } from './role-values.js';
import { useUserProblems } from './use-act-problem.js';
import classes from './Users.module.css';

interface GiveRoleProps {
  user: User;
  /** Every grant, to leave out the roles that are held. */
  held: Grant[];
  onClose: () => void;
}
interface GrantValues {
  role: Role | '';
  reason: string;
  startsOn: string | null;
  endsOn: string | null;
}

function useGrantForm({ user, onClose }: GiveRoleProps) {
  const { t } = useTranslation(['users', 'common']);
  const renew = useRenewUsers();
  return useForm<GrantValues, Grant>({
    initial: { role: '', reason: '', startsOn: null, endsOn: null },
    aliases: { startsAt: 'startsOn', endsAt: 'endsOn' },
    problems: useUserProblems(),
    check: ({ role, reason, endsOn }) => ({
      ...(role ? {} : { role: t('problem.noRole') }),
      ...(reason.trim() ? {} : { reason: t('common:fieldError.required') }),
      ...(user.kind === 'outside' && !endsOn ? { endsOn: t('problem.outsideNeedsEnd') } : {}),
    }),
    save: ({ role, reason, startsOn, endsOn }) =>
      ok(
        api.POST('/users/{id}/grants', {
          params: { path: { id: user.id } },
          body: {
            role: role as Role,
            reason: reason.trim(),
            ...(startsOn ? { startsAt: startOfDay(startsOn) } : {}),
            endsAt: endsOn ? endOfDay(endsOn) : null,
          },
        }),
      ),
    onSaved: ({ role }) => {
      renew();
      onClose();
      toast(t('giveRole.done', { name: user.name, role: t(`common:role.${role}`) }));
    },
  });
}

/** Gives a role, with the reason, and perhaps from when to when. */
export function GiveRole(props: GiveRoleProps) {
  const { user, held, onClose } = props;
  const { t } = useTranslation(['users', 'common']);
  const me = useMe();
  const form = useGrantForm(props);
  const isHeld = (role: Role) =>
    held.some((grant) => grant.role === role && (grant.state === 'current' || grant.state === 'planned'));
  const today = dayjs().format('YYYY-MM-DD');
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('giveRole.title', { name: user.name })}
      submitLabel={t('giveRole.submit')}
      {...form}
    >
      <Radio.Group label={t('giveRole.role')} {...form.field('role')}>
        <div className={classes.roleChoice}>
          {roles.map((role) => (
            <Radio
              key={role}
              value={role}
              disabled={isHeld(role)}
              label={t(`common:role.${role}`)}
              description={isHeld(role) ? t('giveRole.held') : t(`roleAbout.${role}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {user.id === me.id && <p className={classes.hint}>{t('giveRole.self')}</p>}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        {...form.input('reason')}
      />
      <DateField
        label={t('startsOn')}
        description={t('startsOnHint')}
        minDate={today}
        {...form.field('startsOn')}
      />
      <DateField
        label={t('endsOn')}
        description={t(user.kind === 'outside' ? 'outsideHint' : 'endsOnOptional')}
        minDate={form.values.startsOn ?? today}
        {...(user.kind === 'outside' ? { maxDate: lastOutsideDay() } : {})}
        {...form.field('endsOn')}
      />
    </FormDialog>
  );
}
