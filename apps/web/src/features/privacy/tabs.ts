import type { Me } from '../../api/model.js';
import { may } from '../../shell/use-may.js';

const tabs = [
  { key: 'requests', to: '/privacy/requests', needs: 'requests.manage' },
  { key: 'clocks', to: '/privacy/clocks', needs: 'retention.read' },
  { key: 'holds', to: '/privacy/holds', needs: 'holds.manage' },
  { key: 'rules', to: '/privacy/rules', needs: 'retention.read' },
  { key: 'runs', to: '/privacy/runs', needs: 'erasures.read' },
  { key: 'erasures', to: '/privacy/erasures', needs: 'erasures.read' },
  { key: 'restrictions', to: '/privacy/restrictions', needs: 'contacts.restrict' },
  { key: 'breaches', to: '/privacy/breaches', needs: 'breaches.manage' },
  { key: 'notices', to: '/privacy/notices', needs: 'notices.manage' },
  { key: 'replies', to: '/privacy/replies', needs: 'replies.manage' },
  { key: 'purposes', to: '/privacy/purposes', needs: 'purposes.read' },
  { key: 'log', to: '/privacy/log', needs: 'audit.read' },
  { key: 'exports', to: '/privacy/exports', needs: 'exports.create' },
  { key: 'reviews', to: '/privacy/reviews', needs: 'grants.review' },
] as const;

/** The pages of the privacy section that the user's roles open. */
export const privacyTabsFor = (me: Me) => tabs.filter(({ needs }) => may(me, needs));
