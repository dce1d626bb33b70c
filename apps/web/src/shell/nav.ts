import {
  IconAddressBook,
  IconBuilding,
  IconFileImport,
  IconSend,
  IconSettings,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import type { Me } from '../api/model.js';
import { may, mustEnrol } from './use-may.js';

/** The places of the rail and of the phone's bottom bar, in order. */
const places = [
  { key: 'today', to: '/', icon: IconSun, group: 'work', needs: ['contacts.read'] },
  { key: 'people', to: '/people', icon: IconAddressBook, group: 'work', needs: ['contacts.read'] },
  { key: 'companies', to: '/companies', icon: IconBuilding, group: 'work', needs: ['companies.read'] },
  { key: 'mail', to: '/mail', icon: IconSend, group: 'work', needs: ['mailings.read'] },
  { key: 'import', to: '/import', icon: IconFileImport, group: 'house', needs: ['contacts.import'] },
  {
    key: 'privacy',
    to: '/privacy',
    icon: IconShieldLock,
    group: 'house',
    needs: [
      'audit.read',
      'contacts.restrict',
      'exports.create',
      'grants.review',
      'notices.manage',
      'replies.manage',
      'purposes.manage',
      'retention.read',
      'holds.manage',
      'erasures.read',
      'requests.manage',
      'breaches.manage',
    ],
  },
  { key: 'settings', to: '/settings/me', icon: IconSettings, group: 'house', needs: ['account.own'] },
] as const;

/** The places that the user's roles open. */
export const placesFor = (me: Me) =>
  places.filter(
    ({ key, needs }) =>
      (key === 'settings' || !mustEnrol(me)) && needs.some((permission) => may(me, permission)),
  );

/** Where the user's day begins. */
export function homeOf(me: Me) {
  const [first] = placesFor(me);
  if (first && first.key !== 'settings') return first.to;
  return may(me, 'system.read') && !mustEnrol(me) ? '/settings/system' : '/settings/me';
}
