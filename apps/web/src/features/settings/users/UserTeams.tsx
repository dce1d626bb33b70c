import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonText } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { Section } from '../Section.js';
import { teamsQuery } from '../teams/queries.js';
import { useMembership } from '../teams/use-team-acts.js';

/** The teams in which the user shares people with others. */
export function UserTeams({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const mayManage = useMay()('teams.manage');
  const teams = useQuery(teamsQuery);
  const { join, leave } = useMembership();
  if (!teams.data) {
    return (
      <Section title={t('teams')} hint={t('userTeams.hint')}>
        <SkeletonText rows={1} />
      </Section>
    );
  }
  const all = teams.data.items;
  const own = all.filter(({ members }) => members.some(({ id }) => id === user.id));
  const change = (wanted: string[]) => {
    for (const teamId of wanted.filter((id) => !own.some((team) => team.id === id)))
      join.mutate({ teamId, userId: user.id });
    for (const { id } of own.filter((team) => !wanted.includes(team.id)))
      leave.mutate({ teamId: id, userId: user.id });
  };
  return (
    <Section title={t('teams')} hint={t('userTeams.hint')}>
      {mayManage && user.active ? (
        <MultiSelect
          aria-label={t('teams')}
          size="sm"
          disabled={join.isPending || leave.isPending}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={own.map(({ id }) => id)}
          onChange={change}
        />
      ) : (
        <p className={admin.soft}>
          {own.length > 0 ? own.map(({ name }) => name).join(', ') : t('userTeams.none')}
        </p>
      )}
    </Section>
  );
}
