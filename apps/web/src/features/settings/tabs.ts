import type { Me } from '../../api/model.js';
import { may, mustEnrol } from '../../shell/use-may.js';

/** The pages of the settings, in order: one's own, then the company's. */
const tabs = [
  { key: 'me', to: '/settings/me', group: 'own', needs: 'account.own' },
  { key: 'security', to: '/settings/security', group: 'own', needs: 'account.own' },
  { key: 'activity', to: '/settings/activity', group: 'own', needs: 'account.own' },
  { key: 'company', to: '/settings/company', group: 'house', needs: 'controller.read' },
  { key: 'users', to: '/settings/users', group: 'house', needs: 'users.read' },
  { key: 'teams', to: '/settings/teams', group: 'house', needs: 'users.read' },
  { key: 'access', to: '/settings/access', group: 'house', needs: 'settings.manage' },
  { key: 'confidentiality', to: '/settings/confidentiality', group: 'house', needs: 'undertaking.manage' },
  { key: 'mailbox', to: '/settings/mailbox', group: 'house', needs: 'mailbox.read' },
  { key: 'webhooks', to: '/settings/webhooks', group: 'house', needs: 'webhooks.manage' },
  { key: 'system', to: '/settings/system', group: 'house', needs: 'system.read' },
] as const;

export type SettingsTab = (typeof tabs)[number];

/** What the user's roles open, by group; a group without a page is left out. */
export const settingsGroupsFor = (me: Me) =>
  (['own', 'house'] as const)
    .map((group) => ({
      group,
      tabs: tabs.filter(
        (tab: SettingsTab) =>
          tab.group === group && may(me, tab.needs) && (tab.key === 'security' || !mustEnrol(me)),
      ),
    }))
    .filter((one) => one.tabs.length > 0);
