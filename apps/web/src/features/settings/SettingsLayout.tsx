import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shell/use-me.js';
import { PageHeader } from '../../ui/index.js';
import classes from './SettingsLayout.module.css';
import { settingsGroupsFor } from './tabs.js';

/** The frame of the settings: what is one's own, and what is the company's, one page per subject. */
export function SettingsLayout() {
  const { t } = useTranslation('settings');
  const groups = settingsGroupsFor(useMe());
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the pages stand in a row that scrolls: the open one is brought into sight.
  useEffect(() => {
    const row = nav.current;
    const open = row?.querySelector<HTMLElement>('[aria-current]');
    if (!row || !open || row.scrollWidth <= row.clientWidth) return;
    const { left, width } = open.getBoundingClientRect();
    row.scrollLeft += left + width / 2 - row.getBoundingClientRect().left - row.clientWidth / 2;
  }, [pathname]);
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
