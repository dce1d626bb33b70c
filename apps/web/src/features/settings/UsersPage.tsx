import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMe } from '../../shell/use-me.js';
import { Avatar, Chip, SkeletonRows, useDocumentTitle } from '../../ui/index.js';
import { AddUser } from './AddUser.js';
import classes from './Settings.module.css';
import { UserMenu } from './UserMenu.js';

/** Everybody who works here; administrators add and deactivate them. */
export function UsersPage() {
  const { t } = useTranslation('settings');
  useDocumentTitle(`${t('tabs.users')} · ${t('title')}`);
  const isAdmin = useMe().roles.includes('admin');
  const users = useQuery(usersQuery);
  const [isAdding, setAdding] = useState(false);
  if (users.isError && !users.data) {
    return <RouteError error={users.error} reset={() => void users.refetch()} />;
  }
  return (
    <section className={classes.wide} aria-labelledby="users">
      <div className={classes.usersHead}>
        <div className={classes.about}>
          <h2 id="users">{t('users.title')}</h2>
          <p>{t('users.hint')}</p>
        </div>
        {isAdmin && (
          <Button
            leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('users.add')}
          </Button>
        )}
      </div>
      {!users.data ? (
        <SkeletonRows rows={4} />
      ) : (
        <ul className={classes.users}>
          {users.data.items.map((user) => (
            <UserRow key={user.id} user={user} isAdmin={isAdmin} />
          ))}
        </ul>
      )}
      {isAdding && <AddUser onClose={() => setAdding(false)} />}
    </section>
  );
}

function UserRow({ user, isAdmin }: { user: User; isAdmin: boolean }) {
  const { t } = useTranslation(['settings', 'common']);
  const me = useMe();
  return (
    <li className={classes.user} data-inactive={!user.active || undefined}>
      <Avatar name={user.name} size={32} />
      <div className={classes.userName}>
        <p>
          <strong>{user.name}</strong>
          {user.id === me.id && <span> ({t('users.you')})</span>}
        </p>
        {user.email && <p>{user.email}</p>}
      </div>
      <span className={classes.userLanguage}>{t(`common:language.${user.language}`)}</span>
      <span className={classes.userRoles}>
        {!user.active && <Chip tone="warn">{t('users.inactive')}</Chip>}
        {user.roles.map((role) => (
          <Chip key={role} tone={role === 'admin' ? 'accent' : 'plain'}>
            {t(`common:role.${role}`)}
          </Chip>
        ))}
      </span>
      {isAdmin && <UserMenu user={user} />}
    </li>
  );
}
