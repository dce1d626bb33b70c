import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconShieldCheck, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Page, Role, User } from '../../api/model.js';
import { useOptimistic } from '../../api/optimistic.js';
import { problemText } from '../../api/problem-text.js';
import { usersQuery } from '../../api/queries.js';
import { toast } from '../../ui/index.js';

type UserChange = { roles: Role[] } | { active: boolean };

/** Changes one user in the cached list, with undo. */
function useChangeUser(user: User) {
  const { t } = useTranslation(['settings', 'common']);
  const { t: tCommon } = useTranslation();
  const withUser = (page: Page<User>, changed: User) => ({
    ...page,
    items: page.items.map((other) => (other.id === user.id ? changed : other)),
  });
  const message = (change: UserChange) =>
    'active' in change
      ? t(change.active ? 'users.activated' : 'users.deactivated', { name: user.name })
      : t('users.roleChanged', {
          name: user.name,
          role: change.roles.map((role) => t(`common:role.${role}`)).join(', '),
        });
  const { change } = useOptimistic<Page<User>, UserChange>({
    queryKey: usersQuery.queryKey,
    apply: (page, changes) => withUser(page, { ...user, ...changes }),
    save: async (changes, before) => {
      const saved = await ok(api.PATCH('/users/{id}', { params: { path: { id: user.id } }, body: changes }));
      return withUser(before, saved);
    },
    undo: (_, changes) => ('active' in changes ? { active: user.active } : { roles: user.roles }),
    message,
  });
  return (changes: UserChange) =>
    void change(changes).catch((error: unknown) =>
      toast(problemText(error, tCommon, { last_admin: t('users.lastAdmin') }), { tone: 'error' }),
    );
}

/** What an administrator can do to a user. */
export function UserMenu({ user }: { user: User }) {
  const { t } = useTranslation('settings');
  const change = useChangeUser(user);
  const isAdmin = user.roles.includes('admin');
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('users.actions', { name: user.name })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isAdmin ? <IconUser {...icon} /> : <IconShieldCheck {...icon} />}
          onClick={() => change({ roles: [isAdmin ? 'salesperson' : 'admin'] })}
        >
          {isAdmin ? t('users.makeSalesperson') : t('users.makeAdmin')}
        </Menu.Item>
        <Menu.Item
          leftSection={user.active ? <IconUserOff {...icon} /> : <IconUserCheck {...icon} />}
          onClick={() => change({ active: !user.active })}
        >
          {user.active ? t('users.deactivate') : t('users.activate')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
