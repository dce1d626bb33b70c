import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shell/use-me.js';
import { useOpenTabInSight } from '../../shell/use-open-tab-in-sight.js';
import { PageHeader } from '../../ui/index.js';
import classes from './SettingsLayout.module.css';
import { settingsGroupsFor } from './tabs.js';

/** The frame of the settings: what is one's own, and what is the company's, one page per subject. */
export function SettingsLayout() {
  const { t } = useTranslation('settings');
  const groups = settingsGroupsFor(useMe());
  const nav = useOpenTabInSight();
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} />
      <div className={classes.columns}>
        <nav ref={nav} aria-label={t('tabs.label')} className={classes.nav}>
          {groups.map(({ group, tabs }) => (
            <div key={group} className={classes.group}>
              <p className={classes.groupName} id={`settings-${group}`}>
                {t(`tabs.group.${group}`)}
              </p>
              <ul className={classes.links} aria-labelledby={`settings-${group}`}>
                {tabs.map(({ key, to }) => (
                  <li key={key}>
                    <Link to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
                      {t(`tabs.${key}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </div>
  );
}
