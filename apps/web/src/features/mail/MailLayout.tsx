import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shell/use-me.js';
import { useOpenTabInSight } from '../../shell/use-open-tab-in-sight.js';
import { PageHeader } from '../../ui/index.js';
import classes from '../settings/Settings.module.css';
import { mailTabsFor } from './tabs.js';

/** The frame of what goes out to many: mailings, segments, templates, sequences, and who sends it. */
export function MailLayout() {
  const { t } = useTranslation('mail');
  const nav = useOpenTabInSight();
  return (
    <>
      <PageHeader title={t('title')}>
        <nav ref={nav} aria-label={t('tabs.label')} className={classes.tabs}>
          {mailTabsFor(useMe()).map(({ key, to }) => (
            <Link key={key} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
              {t(`tabs.${key}`)}
            </Link>
          ))}
        </nav>
      </PageHeader>
      <Outlet />
    </>
  );
}
