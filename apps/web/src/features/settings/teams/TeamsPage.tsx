import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../api/model.js';
import { useMay } from '../../../shell/use-may.js';
import { Avatar } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { AddButton, ListPage } from '../ListPage.js';
import { EditTeam } from './EditTeam.js';
import { teamsQuery } from './queries.js';
import classes from './Teams.module.css';

/** Who shares people with whom. */
export function TeamsPage() {
  const { t } = useTranslation('teams');
  const mayManage = useMay()('teams.manage');
  const [isAdding, setAdding] = useState(false);
  return (
    <ListPage
      list={useQuery(teamsQuery)}
      title={t('title')}
      hasHeading
      lead={t('lead')}
      empty={{ icon: IconUsersGroup, title: t('emptyTitle'), text: t('emptyText') }}
      add={mayManage && <AddButton onClick={() => setAdding(true)}>{t('add')}</AddButton>}
      row={(team) => <TeamRow key={team.id} team={team} mayManage={mayManage} />}
    >
      {isAdding && <EditTeam team={null} onClose={() => setAdding(false)} />}
    </ListPage>
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
