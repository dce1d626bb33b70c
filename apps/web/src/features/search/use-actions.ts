import {
  IconAddressBook,
  IconBuilding,
  IconBuildingPlus,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconMessagePlus,
  IconMoon,
  IconSettings,
  IconSun,
  IconSunMoon,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/search.json';
import { toast } from '../../ui/index.js';
import { problemText } from '../../api/problem-text.js';
import { closeDialog, openAdd, openKeys } from '../../shell/dialogs.js';
import { useChangeMe } from '../../shell/use-me.js';
import type { Result } from './results.js';

type ActionName = keyof (typeof texts)['action'];

/** The commands of the palette, most used first. */
export function useActions(): Result[] {
  const { t } = useTranslation('search');
  const { t: tCommon } = useTranslation();
  const navigate = useNavigate();
  const changeMe = useChangeMe();

  const go = (to: '/' | '/people' | '/companies' | '/import' | '/settings/me' | '/settings/users') => () => {
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

  return [
    action('addPerson', IconUserPlus, () => openAdd('person'), 'n'),
    action('addInteraction', IconMessagePlus, () => openAdd('interaction')),
    action('addCompany', IconBuildingPlus, () => openAdd('company')),
    action('import', IconFileImport, go('/import'), 'g i'),
    action('goToday', IconSun, go('/'), 'g t'),
    action('goPeople', IconAddressBook, go('/people'), 'g p'),
    action('goCompanies', IconBuilding, go('/companies'), 'g c'),
    action('goSettings', IconSettings, go('/settings/me'), 'g s'),
    action('goUsers', IconUsers, go('/settings/users')),
    action('toFi', IconLanguage, change({ language: 'fi' })),
    action('toSv', IconLanguage, change({ language: 'sv' })),
    action('toEn', IconLanguage, change({ language: 'en' })),
    action('themeLight', IconSun, change({ theme: 'light' })),
    action('themeDark', IconMoon, change({ theme: 'dark' })),
    action('themeAuto', IconSunMoon, change({ theme: 'auto' })),
    action('keys', IconKeyboard, openKeys, '?'),
  ];
}

/** "Add the person …", offered when nobody was found by that name. */
export function useAddNamed(): (name: string) => Result {
  const { t } = useTranslation('search');
  return (name) => ({
    id: 'action:addNamed',
    title: t('action.addPersonNamed', { name }),
    look: { icon: IconUserPlus },
    run: () => openAdd('person', { name }),
  });
}
