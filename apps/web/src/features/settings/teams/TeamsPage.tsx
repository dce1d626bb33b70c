import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../api/model.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { Avatar, EmptyState, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { EditTeam } from './EditTeam.js';
import { teamsQuery } from './queries.js';
import classes from './Teams.module.css';

/** Who shares people with whom. */
export function TeamsPage() {
  const { t } = useTranslation('teams');
  useDocumentTitle(t('title'));
  const mayManage = useMay()('teams.manage');
  const teams = useQuery(teamsQuery);
  const [isAdding, setAdding] = useState(false);
  if (teams.isError && !teams.data)
    return <RouteError error={teams.error} reset={() => void teams.refetch()} />;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('title')}</h2>
          <p>{t('lead')}</p>
        </div>
        {mayManage && teams.data && teams.data.items.length > 0 && add}
      </div>
      {!teams.data ? (
        <SkeletonRows rows={3} />
      ) : teams.data.items.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={t('emptyTitle')} actions={mayManage && add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {teams.data.items.map((team) => (
            <TeamRow key={team.id} team={team} mayManage={mayManage} />
          ))}
        </ul>
      )}
      {isAdding && <EditTeam team={null} onClose={() => setAdding(false)} />}
    </div>
  );
}

function TeamRow({ team, mayManage }: { team: Team; mayManage: boolean }) {
  const { t } = useTranslation(['teams', 'common']);
  const [isEditing, setEditing] = useState(false);
  return (
    <li className={classes.team}>
      <div className={admin.what}>
        <p className={admin.name}>{team.name}</p>
        <p className={admin.quiet}>
          {team.manager ? t('managedBy', { name: team.manager.name }) : t('noManager')}
        </p>
      </div>
      <ul className={classes.members} aria-label={t('members')}>
        {team.members.map(({ id, name }) => (
          <li key={id} className={classes.member}>
            <Avatar name={name} size={20} />
            {name}
          </li>
        ))}
        {team.members.length === 0 && <li className={admin.quiet}>{t('noMembers')}</li>}
      </ul>
      {mayManage && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t('common:action.edit')}: ${team.name}`}
          onClick={() => setEditing(true)}
        >
          {t('common:action.edit')}
        </Button>
      )}
      {isEditing && <EditTeam team={team} onClose={() => setEditing(false)} />}
    </li>
  );
}
