import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { TotpInvitation } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { SkeletonText, toast } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { AuthenticatorDialog } from './AuthenticatorDialog.js';
import { Confirm } from './Confirm.js';
import { totpQuery, useFactorsChanged } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

/** The authenticator app of the account. */
export function Authenticator() {
  const { t } = useTranslation('security');
  const state = useQuery(totpQuery);
  const [invitation, setInvitation] = useState<TotpInvitation | null>(null);
  const { changed } = useFactorsChanged();
  const report = useReport();
  const invite = useMutation({
    mutationFn: () => ok(api.POST('/me/totp')),
    onSuccess: setInvitation,
    onError: report,
  });
  const remove = () =>
    ok(api.DELETE('/me/totp'))
      .then(() => changed())
      .then(() => toast(t('app.removed')))
      .catch(report);
  const confirmedAt = state.data?.confirmedAt;
  return (
    <Section title={t('app.title')} hint={t('app.hint')}>
      {!state.data ? (
        <SkeletonText rows={2} />
      ) : confirmedAt ? (
        <div className={classes.row}>
          <IconDeviceMobile size={18} stroke={1.6} aria-hidden />
          <div className={classes.what}>
            <p>{t('app.inUse')}</p>
            <p className={classes.quiet}>{t('since', { date: formatDate(confirmedAt) })}</p>
          </div>
          <div className={classes.acts}>
            <Button variant="subtle" color="gray" loading={invite.isPending} onClick={() => invite.mutate()}>
              {t('app.replace')}
            </Button>
            <Confirm label={t('remove')} name={t('app.remove')} onConfirm={remove} />
          </div>
        </div>
      ) : (
        <Button className={classes.add ?? ''} loading={invite.isPending} onClick={() => invite.mutate()}>
          {t('app.add')}
        </Button>
      )}
      {invitation && (
        <AuthenticatorDialog invitation={invitation} onClose={() => setInvitation(null)} onDone={changed} />
      )}
    </Section>
  );
}
