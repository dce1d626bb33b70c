import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import { useOpenTabInSight } from '../../shell/use-open-tab-in-sight.js';
import { PageHeader } from '../../ui/index.js';
import { RunAlarm } from '../retention/runs/RunAlarm.js';
import classes from '../settings/Settings.module.css';
import { privacyTabsFor } from './tabs.js';

/** The frame of what keeps the promises: restrictions, the record of acts, files that leave, reviews of access. */
export function PrivacyLayout() {
  const { t } = useTranslation('privacy');
  const tabs = privacyTabsFor(useMe());
  const seesRuns = useMay()('erasures.read');
  const nav = useOpenTabInSight();
  return (
    <>
      <PageHeader title={t('title')}>
        <nav ref={nav} aria-label={t('tabs.label')} className={classes.tabs}>
          {tabs.map(({ key, to }) => (
            <Link key={key} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
              {t(`tabs.${key}`)}
            </Link>
          ))}
        </nav>
      </PageHeader>
      {seesRuns && <RunAlarm />}
      <Outlet />
    </>
  );
}
