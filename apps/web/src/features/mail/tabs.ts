import type { Me } from '../../api/model.js';
import { may } from '../../shell/use-may.js';

const tabs = [
  { key: 'mailings', to: '/mail/mailings', needs: ['mailings.read'] },
  { key: 'segments', to: '/mail/segments', needs: ['mailings.read'] },
  { key: 'templates', to: '/mail/templates', needs: ['mailings.read'] },
  { key: 'sequences', to: '/mail/sequences', needs: ['mailings.read'] },
  { key: 'sender', to: '/mail/sender', needs: ['mailings.read', 'settings.manage'] },
] as const;

/** The pages of the mail section that the user's roles open. */
export const mailTabsFor = (me: Me) =>
  tabs.filter(({ needs }) => needs.some((permission) => may(me, permission)));
