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
import { toast } from '../../ui/index.js';
import { problemText } from '../../api/problem-text.js';
import { closeDialog, openAdd, openKeys } from '../../shell/dialogs.js';
import { useChangeMe } from '../../shell/use-me.js';
import type { Result } from './results.js';

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
  const action = (
    name: string,
    title: string,
    icon: typeof IconSun,
    run: () => void,
    keys?: string,
  ): Result => ({
    id: `action:${name}`,
    title,
    look: { icon },
    run,
    ...(keys ? { keys } : {}),
  });

  return [
    action('addPerson', t('action.addPerson'), IconUserPlus, () => openAdd('person'), 'n'),
    action('addInteraction', t('action.addInteraction'), IconMessagePlus, () => openAdd('interaction')),
    action('addCompany', t('action.addCompany'), IconBuildingPlus, () => openAdd('company')),
    action('import', t('action.import'), IconFileImport, go('/import'), 'g i'),
    action('goToday', t('action.goToday'), IconSun, go('/'), 'g t'),
    action('goPeople', t('action.goPeople'), IconAddressBook, go('/people'), 'g p'),
    action('goCompanies', t('action.goCompanies'), IconBuilding, go('/companies'), 'g c'),
    action('goSettings', t('action.goSettings'), IconSettings, go('/settings/me'), 'g s'),
    action('goUsers', t('action.goUsers'), IconUsers, go('/settings/users')),
    action('toFi', t('action.toFi'), IconLanguage, change({ language: 'fi' })),
    action('toSv', t('action.toSv'), IconLanguage, change({ language: 'sv' })),
    action('toEn', t('action.toEn'), IconLanguage, change({ language: 'en' })),
    action('light', t('action.themeLight'), IconSun, change({ theme: 'light' })),
    action('dark', t('action.themeDark'), IconMoon, change({ theme: 'dark' })),
    action('auto', t('action.themeAuto'), IconSunMoon, change({ theme: 'auto' })),
    action('keys', t('action.keys'), IconKeyboard, openKeys, '?'),
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
