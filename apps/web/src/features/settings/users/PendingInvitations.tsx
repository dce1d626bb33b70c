import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Invitation } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDate } from '../../../i18n/format.js';
import { Chip, RelativeTime, toast } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { invitationsQuery, useRenewUsers } from './queries.js';
import classes from './Users.module.css';

/** Who was invited and has not come yet; with what to do about it. Nothing while there is nobody. */
export function PendingInvitations() {
  const { t } = useTranslation('users');
  const invitations = useQuery(invitationsQuery);
  const pending = (invitations.data?.items ?? []).filter(
    ({ status }) => status === 'open' || status === 'expired',
  );
  if (pending.length === 0) return null;
  return (
    <section className={classes.pending} aria-labelledby="pending">
      <h3 id="pending">{t('pending.title', { count: pending.length })}</h3>
      <ul className={admin.rows}>
        {pending.map((invitation) => (
          <PendingInvitation key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function useInvitationActs({ id, email }: Invitation) {
  const { t } = useTranslation(['users', 'common']);
  const { t: tCommon } = useTranslation();
  const renew = useRenewUsers();
  const onError = (error: unknown) =>
    toast(problemText(error, tCommon, { invitation_is_over: t('pending.over') }), { tone: 'error' });
  const path = { id };
  const resend = useMutation({
    mutationFn: () => ok(api.POST('/invitations/{id}/letters', { params: { path } })),
    onSuccess: () => toast(t('pending.resent', { email })),
    onError,
    onSettled: renew,
  });
  const revoke = useMutation({
    mutationFn: () => ok(api.DELETE('/invitations/{id}', { params: { path } })),
    onSuccess: () => toast(t('pending.revoked', { email })),
    onError,
    onSettled: renew,
  });
  return { resend, revoke };
}

function PendingInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['users', 'common']);
  const { resend, revoke } = useInvitationActs(invitation);
  const { name, email, roles, status, expiresAt, sentAt } = invitation;
  const isOver = status === 'expired';
  return (
    <li className={admin.row}>
      <div className={admin.what}>
        <p>
          <span className={admin.name}>{name}</span> <span className={admin.quiet}>{email}</span>
        </p>
        <p className={admin.quiet}>
          {roles.map((role) => t(`common:role.${role}`)).join(', ')} · {t('pending.sent')}{' '}
          <RelativeTime value={sentAt} />
          {!isOver && ` · ${t('pending.until', { date: formatDate(expiresAt) })}`}
        </p>
      </div>
      <div className={admin.end}>
        {isOver && <Chip tone="warn">{t('pending.expired')}</Chip>}
        <Button
          variant="default"
          size="compact-sm"
          loading={resend.isPending}
          onClick={() => resend.mutate()}
          aria-label={`${t('pending.resend')}: ${name}`}
        >
          {t('pending.resend')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={revoke.isPending}
          onClick={() => revoke.mutate()}
          aria-label={`${t('pending.revoke')}: ${name}`}
        >
          {t('pending.revoke')}
        </Button>
      </div>
    </li>
  );
}
