import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/index.js';
import classes from './Settings.module.css';

const tabs = [
  { key: 'me', to: '/settings/me' },
  { key: 'company', to: '/settings/company' },
  { key: 'users', to: '/settings/users' },
] as const;

/** The frame of the settings: one page per subject. */
export function SettingsLayout() {
  const { t } = useTranslation('settings');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <nav aria-label={t('tabs.label')} className={classes.tabs}>
          {tabs.map(({ key, to }) => (
            <Link key={key} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
              {t(`tabs.${key}`)}
            </Link>
          ))}
        </nav>
      </PageHeader>
      <Outlet />
    </div>
  );
}
