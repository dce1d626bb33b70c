import { IconClock, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Team, User } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { useMe } from '../../../shell/use-me.js';
import { Avatar, Chip } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import classes from './Users.module.css';

/** One user of the list: who, what they do, which roles until when, how they prove who they are. */
export function UserRow({ user, teams }: { user: User; teams: Team[] }) {
  const { t } = useTranslation(['users', 'common']);
  const me = useMe();
  const own = teams.filter(({ members }) => members.some(({ id }) => id === user.id));
  return (
    <li className={classes.user} data-inactive={!user.active || undefined}>
      <Avatar name={user.name} size={32} />
      <div className={classes.who}>
        <p>
          <Link to="/settings/users/$id" params={{ id: user.id }} className={admin.name}>
            {user.name}
          </Link>
          {user.id === me.id && <span className={admin.quiet}> ({t('you')})</span>}
        </p>
        <p className={admin.quiet}>{[user.duty, user.email].filter(Boolean).join(' · ')}</p>
      </div>
      <p className={classes.team}>{own.map(({ name }) => name).join(', ')}</p>
      <div className={classes.states}>
        <div className={admin.chips}>
          {!user.active && <Chip tone="warn">{t('inactive')}</Chip>}
          {user.active && user.roles.length === 0 && <Chip tone="warn">{t('noRoles')}</Chip>}
          {user.roles.map((role) => (
            <Chip key={role} tone={role === 'admin' ? 'accent' : 'plain'}>
              {t(`common:role.${role}`)}
            </Chip>
          ))}
          {user.kind === 'outside' && <Chip tone="info">{t('kind.outside')}</Chip>}
        </div>
        {user.nextEndAt && (
          <p className={classes.fact}>
            <IconClock size={14} stroke={1.7} aria-hidden />
            {t('endsAt', { date: formatDate(user.nextEndAt) })}
          </p>
        )}
      </div>
      {user.secondFactors && user.active && <FactorFact factors={user.secondFactors} />}
    </li>
  );
}

function FactorFact({ factors }: { factors: NonNullable<User['secondFactors']> }) {
  const { t } = useTranslation('users');
  const some = factors.filter((factor) => factor !== 'recovery_code');
  const Icon = some.length > 0 ? IconShieldCheck : IconShieldOff;
  return (
    <p className={classes.fact} data-column="factors">
      <Icon size={14} stroke={1.7} aria-hidden />
      {some.length > 0 ? some.map((factor) => t(`factor.${factor}`)).join(', ') : t('factor.none')}
    </p>
  );
}
