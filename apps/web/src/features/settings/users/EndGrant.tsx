import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Grant, User } from '../../../api/model.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { useRenewUsers } from './queries.js';
import { useProblemToast, useUserProblems } from './use-act-problem.js';

/** Gives the role again, as it was; for taking back that it was ended. */
function useGiveAgain({ id }: User, { role, reason, startsAt, endsAt, state }: Grant): () => void {
  const renew = useRenewUsers();
  const onError = useProblemToast();
  return () =>
    void ok(
      api.POST('/users/{id}/grants', {
        params: { path: { id } },
        body: { role, reason, endsAt, ...(state === 'planned' ? { startsAt } : {}) },
      }),
    )
      .catch(onError)
      .finally(renew);
}

/** Ends a role at once; why stays on record. */
export function EndGrant({ grant, user, onClose }: { grant: Grant; user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const renew = useRenewUsers();
  const giveAgain = useGiveAgain(user, grant);
  const role = t(`common:role.${grant.role}`);
  const form = useForm({
    initial: { reason: '' },
    problems: useUserProblems(),
    check: ({ reason }) => (reason.trim() ? {} : { reason: t('common:fieldError.required') }),
    save: ({ reason }) =>
      ok(api.DELETE('/grants/{id}', { params: { path: { id: grant.id } }, body: { reason: reason.trim() } })),
    onSaved: () => {
      renew();
      onClose();
      toast(t('endGrant.done', { name: user.name, role }), {
        action: { label: t('common:action.undo'), run: giveAgain },
      });
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('endGrant.title', { name: user.name, role })}
      submitLabel={t('endGrant.submit')}
      {...form}
    >
      <p>{t('endGrant.lead')}</p>
      <Textarea label={t('endGrant.reason')} autosize minRows={2} data-autofocus {...form.input('reason')} />
    </FormDialog>
  );
}
