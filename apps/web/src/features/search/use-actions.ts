import {
  IconAddressBook,
  IconBuilding,
  IconBuildingPlus,
  IconFileImport,
  IconInbox,
  IconKeyboard,
  IconLanguage,
  IconMessagePlus,
  IconMessageQuestion,
  IconMoon,
  IconSettings,
  IconShieldExclamation,
  IconSun,
  IconSunMoon,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/search.json';
import { toast } from '../../ui/index.js';
import type { Permission } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { closeDialog, openAdd, openBreach, openKeys, openRequest } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { useChangeMe } from '../../shell/use-me.js';
import type { Result } from './results.js';

type ActionName = keyof (typeof texts)['action'];

type Place =
  | '/'
  | '/people'
  | '/companies'
  | '/import'
  | '/settings/me'
  | '/settings/users'
  | '/privacy/requests'
  | '/privacy/breaches';

/** What a command needs; the others are open to everybody who sees the palette. */
const needs: Partial<Record<ActionName, Permission>> = {
  addPerson: 'contacts.create',
  addInteraction: 'interactions.create',
  addCompany: 'companies.create',
  import: 'contacts.import',
  goUsers: 'users.read',
  recordRequest: 'requests.create',
  reportBreach: 'breaches.create',
  goRequests: 'requests.manage',
  goBreaches: 'breaches.manage',
};

/** The commands of the palette that the user's roles open, most used first. */
export function useActions(): Result[] {
  const { t } = useTranslation('search');
  const { t: tCommon } = useTranslation();
  const navigate = useNavigate();
  const changeMe = useChangeMe();
  const may = useMay();

  const go = (to: Place) => () => {
    closeDialog();
    void navigate({ to });
  };
  const change = (changes: Parameters<typeof changeMe>[0]) => () => {
    closeDialog();
    changeMe(changes).catch((error: unknown) => toast(problemText(error, tCommon), { tone: 'error' }));
  };
  const action = (name: ActionName, icon: typeof IconSun, run: () => void, keys?: string): Result => ({
    id: `action:${name}`,
    title: t(`action.${name}`),
    look: { icon },
    run,
    ...(keys ? { keys } : {}),
  });

  const all = [
    action('addPerson', IconUserPlus, () => openAdd('person'), 'n'),
    action('addInteraction', IconMessagePlus, () => openAdd('interaction')),
    action('addCompany', IconBuildingPlus, () => openAdd('company')),
    action('recordRequest', IconMessageQuestion, () => openRequest()),
    action('reportBreach', IconShieldExclamation, openBreach),
    action('import', IconFileImport, go('/import'), 'g i'),
    action('goToday', IconSun, go('/'), 'g t'),
    action('goPeople', IconAddressBook, go('/people'), 'g p'),
    action('goCompanies', IconBuilding, go('/companies'), 'g c'),
    action('goSettings', IconSettings, go('/settings/me'), 'g s'),
    action('goRequests', IconInbox, go('/privacy/requests')),
    action('goBreaches', IconShieldExclamation, go('/privacy/breaches')),
    action('goUsers', IconUsers, go('/settings/users')),
    action('toFi', IconLanguage, change({ language: 'fi' })),
    action('toSv', IconLanguage, change({ language: 'sv' })),
    action('toEn', IconLanguage, change({ language: 'en' })),
    action('themeLight', IconSun, change({ theme: 'light' })),
    action('themeDark', IconMoon, change({ theme: 'dark' })),
    action('themeAuto', IconSunMoon, change({ theme: 'auto' })),
    action('keys', IconKeyboard, openKeys, '?'),
  ];
  return all.filter(({ id }) => {
    const needed = needs[id.slice('action:'.length) as ActionName];
    return needed === undefined || may(needed);
  });
}

/** "Add the person …", offered when nobody was found by that name; null to who may not add people. */
export function useAddNamed(): (name: string) => Result | null {
  const { t } = useTranslation('search');
  const mayAdd = useMay()('contacts.create');
  if (!mayAdd) return () => null;
  return (name) => ({
    id: 'action:addNamed',
    title: t('action.addPersonNamed', { name }),
    look: { icon: IconUserPlus },
    run: () => openAdd('person', { name }),
  });
}
