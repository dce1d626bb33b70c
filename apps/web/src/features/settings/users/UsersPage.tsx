import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team, User } from '../../../api/model.js';
import { usersQuery } from '../../../api/queries.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { teamsQuery } from '../teams/queries.js';
import { InviteUser } from './InviteUser.js';
import { MakeAccount } from './MakeAccount.js';
import { PendingInvitations } from './PendingInvitations.js';
import { UserRow } from './UserRow.js';

/** Everybody who works here; administrators invite them and look after what they may do. */
export function UsersPage() {
  const { t } = useTranslation('users');
  useDocumentTitle(t('title'));
  const mayManage = useMay()('users.manage');
  const users = useQuery(usersQuery);
  const teams = useQuery(teamsQuery);
  const [adding, setAdding] = useState<'invite' | 'make' | null>(null);
  if (users.isError && !users.data) {
    return <RouteError error={users.error} reset={() => void users.refetch()} />;
  }
  const close = () => setAdding(null);
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('title')}</h2>
          <p>{t('lead')}</p>
        </div>
        {mayManage && (
          <Button
            leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => setAdding('invite')}
          >
            {t('invite.open')}
          </Button>
        )}
      </div>
      {mayManage && <PendingInvitations />}
      {!users.data ? (
        <SkeletonRows rows={5} />
      ) : (
        <UserLists users={users.data.items} teams={teams.data?.items ?? []} />
      )}
      {adding === 'invite' && <InviteUser onClose={close} onMakeAccount={() => setAdding('make')} />}
      {adding === 'make' && <MakeAccount onClose={close} />}
    </div>
  );
}

/** Those who may sign in; below them, folded, those who have left. */
function UserLists({ users, teams }: { users: User[]; teams: Team[] }) {
  const { t } = useTranslation('users');
  const [isShowingLeft, setShowingLeft] = useState(false);
  const active = users.filter((user) => user.active);
  const left = users.filter((user) => !user.active);
  const rows = (some: User[]) => some.map((user) => <UserRow key={user.id} user={user} teams={teams} />);
  return (
    <>
      <ul className={admin.rows}>{rows(active)}</ul>
      {left.length > 0 && (
        <div className={admin.more}>
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            aria-expanded={isShowingLeft}
            onClick={() => setShowingLeft(!isShowingLeft)}
          >
            {t('inactiveUsers', { count: left.length })}
          </Button>
          {isShowingLeft && <ul className={admin.rows}>{rows(left)}</ul>}
        </div>
      )}
    </>
  );
}
