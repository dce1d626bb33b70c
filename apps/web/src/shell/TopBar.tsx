import { ActionIcon, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSettings,
  IconShieldExclamation,
  IconSun,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../features/auth/use-sign-out.js';
import { Avatar } from '../ui/Avatar.js';
import { KeyHint } from '../ui/KeyHint.js';
import { addableBy } from './addable.js';
import { openAdd, openBreach, openKeys, openSearch } from './dialogs.js';
import classes from './TopBar.module.css';
import { may, mustEnrol, seesPeople } from './use-may.js';
import { useChangeMe, useMe } from './use-me.js';

/** Search, add, appearance and the account, above every page. */
export function TopBar() {
  const me = useMe();
  const isOpen = seesPeople(me) && !mustEnrol(me);
  return (
    <header className={classes.bar}>
      {isOpen ? <SearchAndAdd /> : <span className={classes.nothing} />}
      <ThemeButton />
      <Account />
    </header>
  );
}

function SearchAndAdd() {
  const { t } = useTranslation('shell');
  const mayAdd = addableBy(useMe()).length > 0;
  return (
    <>
      <button type="button" className={classes.search} onClick={openSearch}>
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span className={classes.words}>{t('search')}</span>
        <KeyHint keys="/" />
      </button>
      {mayAdd && (
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('add')} onClick={() => openAdd()}>
          <IconPlus size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}

function ThemeButton() {
  const { t } = useTranslation('shell');
  const { colorScheme } = useMantineColorScheme();
  const changeMe = useChangeMe();
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      className={classes.theme}
      aria-label={isDark ? t('theme.toLight') : t('theme.toDark')}
      onClick={() => void changeMe({ theme: isDark ? 'light' : 'dark' }).catch(() => undefined)}
    >
      {isDark ? (
        <IconSun size={18} stroke={1.7} aria-hidden />
      ) : (
        <IconMoon size={18} stroke={1.7} aria-hidden />
      )}
    </ActionIcon>
  );
}

function Account() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('account', { name: me.name })}>
          <Avatar name={me.name} size={24} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.6} aria-hidden />}
          onClick={() => void navigate({ to: '/settings/me' })}
        >
          {t('nav.settings')}
        </Menu.Item>
        {may(me, 'breaches.create') && !mustEnrol(me) && (
          <Menu.Item
            leftSection={<IconShieldExclamation size={16} stroke={1.6} aria-hidden />}
            onClick={openBreach}
          >
            {t('reportBreach')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.6} aria-hidden />}
          rightSection={<KeyHint keys="?" />}
          onClick={openKeys}
        >
          {t('shortcuts')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
