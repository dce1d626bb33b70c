import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { ApiToken, User } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { RelativeTime, toast } from '../../../ui/index.js';
import { ActDialog } from '../ActDialog.js';
import admin from '../Admin.module.css';
import { Section } from '../Section.js';
import settings from '../Settings.module.css';
import { useRenewUsers, userTokensQuery } from './queries.js';

/** How the user proves who they are, and which programs act in their name. */
export function UserSecurity({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const tokens = useQuery(userTokensQuery(user.id));
  return (
    <Section title={t('security.title')} hint={t('security.hint')}>
      <Factors user={user} />
      {tokens.data && tokens.data.items.length > 0 && <Tokens user={user} tokens={tokens.data.items} />}
    </Section>
  );
}

function Factors({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const renew = useRenewUsers();
  const [isResetting, setResetting] = useState(false);
  const factors = user.secondFactors ?? [];
  const close = () => setResetting(false);
  return (
    <>
      <p className={admin.soft}>
        {factors.length > 0
          ? t('security.factors', { factors: factors.map((factor) => t(`factor.${factor}`)).join(', ') })
          : t('security.noFactors')}
      </p>
      {factors.length > 0 && (
        <Button variant="default" className={settings.submit} onClick={() => setResetting(true)}>
          {t('resetFactors.open')}
        </Button>
      )}
      {isResetting && (
        <ActDialog
          title={t('resetFactors.title', { name: user.name })}
          submitLabel={t('resetFactors.submit')}
          act={() => ok(api.DELETE('/users/{id}/second-factors', { params: { path: { id: user.id } } }))}
          onDone={() => {
            renew();
            close();
            toast(t('resetFactors.done', { name: user.name }));
          }}
          onClose={close}
        >
          <p>{t('resetFactors.lead')}</p>
        </ActDialog>
      )}
    </>
  );
}

function Tokens({ user, tokens }: { user: User; tokens: ApiToken[] }) {
  const { t } = useTranslation('users');
  const renew = useRenewUsers();
  const [isEnding, setEnding] = useState(false);
  const close = () => setEnding(false);
  return (
    <div>
      <h3>{t('tokens.title')}</h3>
      <ul className={admin.rows}>
        {tokens.map(({ id, name, hint, usedAt, expiresAt }) => (
          <li key={id} className={admin.row}>
            <div className={admin.what}>
              <p className={admin.name}>{name}</p>
              <p className={admin.quiet}>
                {hint}… · {t('tokens.until', { date: formatDate(expiresAt) })} ·{' '}
                {usedAt ? (
                  <>
                    {t('tokens.used')} <RelativeTime value={usedAt} />
                  </>
                ) : (
                  t('tokens.unused')
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Button variant="default" size="sm" className={admin.more} onClick={() => setEnding(true)}>
        {t('tokens.open')}
      </Button>
      {isEnding && (
        <ActDialog
          title={t('tokens.endTitle', { name: user.name })}
          submitLabel={t('tokens.submit')}
          act={() => ok(api.DELETE('/users/{id}/api-tokens', { params: { path: { id: user.id } } }))}
          onDone={() => {
            renew();
            close();
            toast(t('tokens.done', { name: user.name }));
          }}
          onClose={close}
        >
          <p>{t('tokens.lead')}</p>
        </ActDialog>
      )}
    </div>
  );
}
