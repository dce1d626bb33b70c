import { IconAddressBook, IconBuilding, IconFileImport, IconSettings, IconSun } from '@tabler/icons-react';

/** The places of the rail and of the phone's bottom bar, in order. */
export const places = [
  { key: 'today', to: '/', icon: IconSun, group: 'work' },
  { key: 'people', to: '/people', icon: IconAddressBook, group: 'work' },
  { key: 'companies', to: '/companies', icon: IconBuilding, group: 'work' },
  { key: 'import', to: '/import', icon: IconFileImport, group: 'house' },
  { key: 'settings', to: '/settings/me', icon: IconSettings, group: 'house' },
] as const;
