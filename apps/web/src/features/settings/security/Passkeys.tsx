import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Passkey } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { Chip, RelativeTime, SkeletonText, toast } from '../../../ui/index.js';
import { canUsePasskeys } from '../../auth/passkeys.js';
import { Section } from '../Section.js';
import { AddPasskey } from './AddPasskey.js';
import { Confirm } from './Confirm.js';
import { passkeysQuery, useFactorsChanged } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

/** The passkeys of the account. */
export function Passkeys() {
  const { t } = useTranslation('security');
  const passkeys = useQuery(passkeysQuery).data;
  const [isAdding, setAdding] = useState(false);
  const { changed } = useFactorsChanged();
  return (
    <Section title={t('passkeys.title')} hint={t('passkeys.hint')}>
      {!passkeys ? (
        <SkeletonText rows={2} />
      ) : (
        <>
          {passkeys.items.length > 0 && (
            <ul className={classes.list}>
              {passkeys.items.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          )}
          {canUsePasskeys() && passkeys.origin === location.origin ? (
            <Button variant="default" className={classes.add ?? ''} onClick={() => setAdding(true)}>
              {t('passkeys.add')}
            </Button>
          ) : (
            <Elsewhere origin={passkeys.origin} />
          )}
        </>
      )}
      {isAdding && <AddPasskey onClose={() => setAdding(false)} onDone={changed} />}
    </Section>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation('security');
  const { changed } = useFactorsChanged();
  const report = useReport();
  const { id, name, createdAt, usedAt, synced, suspected } = passkey;
  const remove = () =>
    ok(api.DELETE('/me/passkeys/{id}', { params: { path: { id } } }))
      .then(() => changed())
      .then(() => toast(t('passkeys.removed')))
      .catch(report);
  return (
    <li className={classes.row}>
      <IconFingerprint size={18} stroke={1.6} aria-hidden />
      <div className={classes.what}>
        <p>
          {name} {suspected && <Chip tone="danger">{t('passkeys.suspected')}</Chip>}
        </p>
        <p className={classes.quiet}>
          {t('since', { date: formatDate(createdAt) })}
          {' · '}
          {usedAt ? (
            <>
              {t('lastUsed')} <RelativeTime value={usedAt} />
            </>
          ) : (
            t('neverUsed')
          )}
          {synced && ` · ${t('passkeys.synced')}`}
        </p>
        {suspected && <p className={classes.quiet}>{t('passkeys.suspectedHint')}</p>}
      </div>
      <Confirm label={t('remove')} name={t('removeOf', { name })} onConfirm={remove} />
    </li>
  );
}

/** Why no passkey can be made here. */
function Elsewhere({ origin }: { origin: string | null }) {
  const { t } = useTranslation('security');
  if (origin === null || origin === location.origin)
    return <p className={classes.quiet}>{t('problem.passkeys_unavailable')}</p>;
  return (
    <p className={classes.quiet}>
      {t('passkeys.elsewhere')} <a href={`${origin}/settings/security`}>{origin}</a>
    </p>
  );
}
