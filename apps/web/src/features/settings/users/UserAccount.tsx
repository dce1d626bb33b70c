import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import admin from '../Admin.module.css';
import { Section } from '../Section.js';
import { CloseAccount } from './CloseAccount.js';
import { MoveOwnership } from './MoveOwnership.js';
import { OpenAccount } from './OpenAccount.js';

/** What the user owns, and what is done when they leave or come back. */
export function UserAccount({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const may = useMay();
  const [open, setOpen] = useState<'move' | 'close' | 'open' | null>(null);
  const close = () => setOpen(null);
  const owns = user.owns && user.owns.companies + user.owns.contacts > 0 ? user.owns : null;
  return (
    <Section title={t('account.title')} hint={t(user.active ? 'account.hint' : 'account.hintLeft')}>
      <p className={admin.soft}>
        {owns
          ? t('account.owns', {
              companies: formatNumber(owns.companies),
              contacts: formatNumber(owns.contacts),
            })
          : t('account.ownsNothing')}
      </p>
      {owns && !may('contacts.assign') && <p className={admin.quiet}>{t('account.othersMove')}</p>}
      <div className={admin.acts}>
        {owns && may('contacts.assign') && (
          <Button variant="default" onClick={() => setOpen('move')}>
            {t('move.open')}
          </Button>
        )}
        {may('users.manage') && (
          <Button variant="default" onClick={() => setOpen(user.active ? 'close' : 'open')}>
            {t(user.active ? 'closeAccount.open' : 'openAccount.open')}
          </Button>
        )}
      </div>
      {open === 'move' && <MoveOwnership user={user} onClose={close} />}
      {open === 'close' && <CloseAccount user={user} onClose={close} />}
      {open === 'open' && <OpenAccount user={user} onClose={close} />}
    </Section>
  );
}
