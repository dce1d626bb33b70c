import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { Chip, SkeletonText } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { totpQuery, useFactorsChanged } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

const few = 3;

/** How many recovery codes are left, and a new set. */
export function RecoveryCodesLeft() {
  const { t } = useTranslation('security');
  const left = useQuery(totpQuery).data?.recoveryCodesLeft;
  const { changed } = useFactorsChanged();
  const report = useReport();
  const renew = useMutation({
    mutationFn: () => ok(api.POST('/me/recovery-codes')),
    onSuccess: ({ recoveryCodes }) => changed(recoveryCodes),
    onError: report,
  });
  return (
    <Section title={t('codes.title')} hint={t('codes.hint')}>
      {left === undefined ? (
        <SkeletonText rows={1} />
      ) : (
        <div className={classes.row}>
          <div className={classes.what}>
            <p>
              {t('codes.left', { count: left })} {left <= few && <Chip tone="warn">{t('codes.few')}</Chip>}
            </p>
          </div>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {t('codes.renew')}
          </Button>
        </div>
      )}
    </Section>
  );
}
