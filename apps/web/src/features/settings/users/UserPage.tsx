import { IconArrowLeft, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { Avatar, Chip, SkeletonText, useDocumentTitle } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { KnownFacts, UserFacts } from './UserFacts.js';
import { UserAccount } from './UserAccount.js';
import { UserGrants } from './UserGrants.js';
import { UserSecurity } from './UserSecurity.js';
import { UserTeams } from './UserTeams.js';
import { UserUndertaking } from './UserUndertaking.js';
import { userQuery } from './queries.js';
import classes from './Users.module.css';

const route = getRouteApi('/app/settings/users/$id');

/** One user: who they are, what they may do and why, how they prove who they are, and what to do when they leave. */
export function UserPage() {
  const { id } = route.useParams();
  const user = useQuery(userQuery(id));
  if (user.isError && !user.data) return <RouteError error={user.error} reset={() => void user.refetch()} />;
  return user.data ? (
    <Sections key={id} user={user.data} />
  ) : (
    <div className={admin.page}>
      <SkeletonText rows={8} />
    </div>
  );
}

function Sections({ user }: { user: User }) {
  const { t } = useTranslation('users');
  useDocumentTitle(`${user.name} · ${t('title')}`);
  const may = useMay();
  const mayManage = may('users.manage');
  return (
    <>
      <UserHead user={user} />
      {mayManage ? <UserFacts user={user} /> : <KnownFacts user={user} />}
      {may('grants.review') && <UserGrants user={user} />}
      <UserTeams user={user} />
      {mayManage && (
        <>
          <UserSecurity user={user} />
          <UserUndertaking user={user} />
        </>
      )}
      {(mayManage || may('contacts.assign')) && <UserAccount user={user} />}
    </>
  );
}

function UserHead({ user }: { user: User }) {
  const { t } = useTranslation(['users', 'common']);
  return (
    <div className={admin.page} data-head>
      <Link to="/settings/users" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('title')}
      </Link>
      <div className={classes.person}>
        <Avatar name={user.name} size={40} />
        <div>
          <h2>{user.name}</h2>
          <div className={admin.chips}>
            {!user.active && <Chip tone="warn">{t('inactive')}</Chip>}
            {user.roles.map((role) => (
              <Chip key={role} tone={role === 'admin' ? 'accent' : 'plain'}>
                {t(`common:role.${role}`)}
              </Chip>
            ))}
            {user.kind === 'outside' && <Chip tone="info">{t('kind.outside')}</Chip>}
            {user.nextEndAt && (
              <Chip icon={IconClock}>{t('endsAt', { date: formatDate(user.nextEndAt) })}</Chip>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
