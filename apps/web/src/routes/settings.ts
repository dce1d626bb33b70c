import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { app, readNext } from './app.js';

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsLayout.js'), 'SettingsLayout'),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/settings/me', replace: true, throw: true });
  },
});

const settingsMe = createRoute({
  getParentRoute: () => settings,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/settings/MePage.js'), 'MePage'),
});

const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  validateSearch: readNext,
  component: lazyRouteComponent(
    () => import('../features/settings/security/SecurityPage.js'),
    'SecurityPage',
  ),
});

const settingsActivity = createRoute({
  getParentRoute: () => settings,
  path: '/activity',
  component: lazyRouteComponent(
    () => import('../features/settings/activity/ActivityPage.js'),
    'ActivityPage',
  ),
});

const settingsCompany = createRoute({
  getParentRoute: () => settings,
  path: '/company',
  component: lazyRouteComponent(() => import('../features/settings/ControllerPage.js'), 'ControllerPage'),
});

const settingsSystem = createRoute({
  getParentRoute: () => settings,
  path: '/system',
  component: lazyRouteComponent(() => import('../features/settings/system/SystemPage.js'), 'SystemPage'),
});

const settingsUsers = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/settings/users/UsersPage.js'), 'UsersPage'),
});

const settingsUser = createRoute({
  getParentRoute: () => settings,
  path: '/users/$id',
  component: lazyRouteComponent(() => import('../features/settings/users/UserPage.js'), 'UserPage'),
});

const settingsUserCopy = createRoute({
  getParentRoute: () => settings,
  path: '/users/$id/undertaking',
  component: lazyRouteComponent(
    () => import('../features/settings/users/UndertakingCopyPage.js'),
    'UndertakingCopyPage',
  ),
});

const settingsTeams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(() => import('../features/settings/teams/TeamsPage.js'), 'TeamsPage'),
});

const settingsAccess = createRoute({
  getParentRoute: () => settings,
  path: '/access',
  component: lazyRouteComponent(() => import('../features/settings/access/AccessPage.js'), 'AccessPage'),
});

const settingsConfidentiality = createRoute({
  getParentRoute: () => settings,
  path: '/confidentiality',
  component: lazyRouteComponent(
    () => import('../features/settings/confidentiality/ConfidentialityPage.js'),
    'ConfidentialityPage',
  ),
});

const settingsMailbox = createRoute({
  getParentRoute: () => settings,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('../features/settings/mailbox/MailboxPage.js'), 'MailboxPage'),
});

const settingsLetter = createRoute({
  getParentRoute: () => settings,
  path: '/mailbox/$id',
  component: lazyRouteComponent(() => import('../features/settings/mailbox/LetterPage.js'), 'LetterPage'),
});

const settingsWebhooks = createRoute({
  getParentRoute: () => settings,
  path: '/webhooks',
  component: lazyRouteComponent(
    () => import('../features/settings/webhooks/WebhooksPage.js'),
    'WebhooksPage',
  ),
});

const settingsWebhook = createRoute({
  getParentRoute: () => settings,
  path: '/webhooks/$id',
  component: lazyRouteComponent(() => import('../features/settings/webhooks/WebhookPage.js'), 'WebhookPage'),
});

/** What is one's own, and what is the company's. */
export const settingsRoutes = settings.addChildren([
  settingsHome,
  settingsMe,
  settingsSecurity,
  settingsActivity,
  settingsCompany,
  settingsSystem,
  settingsUsers,
  settingsUser,
  settingsUserCopy,
  settingsTeams,
  settingsAccess,
  settingsConfidentiality,
  settingsMailbox,
  settingsLetter,
  settingsWebhooks,
  settingsWebhook,
]);
