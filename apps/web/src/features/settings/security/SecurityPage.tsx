import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mustEnrol } from '../../../shell/use-may.js';
import { useMe } from '../../../shell/use-me.js';
import { useDocumentTitle } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { ApiTokens } from './ApiTokens.js';
import { Authenticator } from './Authenticator.js';
import { LinkedLogins } from './LinkedLogins.js';
import { Passkeys } from './Passkeys.js';
import { PasswordForm } from './PasswordForm.js';
import { RecoveryCodesDialog } from './RecoveryCodesDialog.js';
import { RecoveryCodesLeft } from './RecoveryCodesLeft.js';
import classes from './Security.module.css';
import { Sessions } from './Sessions.js';
import { UndertakingSection } from './UndertakingSection.js';

/** How one signs in, where one is signed in, and what one has promised. */
export function SecurityPage() {
  const { t } = useTranslation(['security', 'settings']);
  useDocumentTitle(`${t('settings:tabs.security')} · ${t('settings:title')}`);
  const me = useMe();
  const hasFactor = me.secondFactor.enrolled.length > 0;
  const mustAdd = mustEnrol(me);
  return (
    <>
      {mustAdd && (
        <div className={classes.demand} role="note">
          <IconShieldLock size={20} stroke={1.6} aria-hidden />
          <div>
            <strong>{t('demand.title')}</strong>
            <p>{t('demand.text')}</p>
          </div>
        </div>
      )}
      <Authenticator />
      <Passkeys />
      {hasFactor && <RecoveryCodesLeft />}
      {!mustAdd && (
        <>
          <Section title={t('password.title')} hint={t('password.hint')}>
            <PasswordForm />
          </Section>
          <Sessions />
          <LinkedLogins />
          <ApiTokens />
          <UndertakingSection />
        </>
      )}
      <RecoveryCodesDialog />
    </>
  );
}
