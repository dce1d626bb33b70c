import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { Team } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { usersQuery } from '../../../api/queries.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';

interface TeamValues {
  name: string;
  managerId: string | null;
  memberIds: string[];
}

/** Brings the members to what was chosen; each joins or leaves by an act of its own, which is put on record. */
async function setMembers(team: Team, wanted: string[]): Promise<void> {
  const paramsOf = (userId: string) => ({ params: { path: { id: team.id, userId } } });
  const had = team.members.map(({ id }) => id);
  for (const id of wanted.filter((one) => !had.includes(one)))
    await ok(api.PUT('/teams/{id}/members/{userId}', paramsOf(id)));
  for (const id of had.filter((one) => !wanted.includes(one)))
    await ok(api.DELETE('/teams/{id}/members/{userId}', paramsOf(id)));
}

function useTeamForm(team: Team | null, onClose: () => void) {
  const { t } = useTranslation(['teams', 'common']);
  const client = useQueryClient();
  return useForm<TeamValues>({
    initial: {
      name: team?.name ?? '',
      managerId: team?.manager?.id ?? null,
      memberIds: team?.members.map(({ id }) => id) ?? [],
    },
    problems: { team_name_taken: t('nameTaken') },
    check: ({ name }) => (name.trim() ? {} : { name: t('common:fieldError.required') }),
    save: async ({ name, managerId, memberIds }) => {
      const body = { name: name.trim(), managerId };
      const saved = team
        ? await ok(
            api.PATCH('/teams/{id}', { params: { path: { id: team.id } }, body, headers: ifMatch(team) }),
          )
        : await ok(api.POST('/teams', { body }));
      await setMembers(saved, memberIds);
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['teams'] });
      onClose();
      toast(t('saved'));
    },
  });
}

/** A team's name, manager and members; or a new team. */
export function EditTeam({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation('teams');
  const form = useTeamForm(team, onClose);
  const users = useQuery(usersQuery);
  // Who has left stays to be seen while they are still in the team or manage it.
  const known = [...(team?.members ?? []), ...(team?.manager ? [team.manager] : [])].map(({ id }) => id);
  const people = (users.data?.items ?? [])
    .filter(({ id, active }) => active || known.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={team ? t('edit') : t('add')}
      footer={team && <Dissolve team={team} onClose={onClose} />}
      {...form}
    >
      <TextInput label={t('name')} data-autofocus {...form.input('name')} />
      <Select
        label={t('manager')}
        description={t('managerHint')}
        data={people}
        searchable
        clearable
        {...form.field('managerId')}
      />
      <MultiSelect
        label={t('members')}
        description={t('membersHint')}
        size="sm"
        data={people}
        searchable
        {...form.field('memberIds')}
      />
    </FormDialog>
  );
}

/** Takes a team apart. It can be made again for ten seconds, with the same people. */
function Dissolve({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation(['teams', 'common']);
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: ['teams'] });
  const fail = (error: unknown) => void toast(problemText(error, tCommon), { tone: 'error' });
  const makeAgain = async () => {
    const body = { name: team.name, managerId: team.manager?.id ?? null };
    const made = await ok(api.POST('/teams', { body }));
    await setMembers(
      made,
      team.members.map(({ id }) => id),
    );
  };
  const dissolve = async () => {
    await ok(api.DELETE('/teams/{id}', { params: { path: { id: team.id } }, headers: ifMatch(team) }));
    onClose();
    toast(t('dissolved', { name: team.name }), {
      action: { label: tCommon('action.undo'), run: () => void makeAgain().catch(fail).finally(renew) },
    });
  };
  return (
    <Button variant="subtle" color="red" onClick={() => void dissolve().catch(fail).finally(renew)}>
      {t('dissolve')}
    </Button>
  );
}
