import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { FloatingLayer } from '../ui/FloatingLayer.js';
import { ActingBanner } from '../features/privacy/ActingBanner.js';
import { ConnectionBanner } from './ConnectionBanner.js';
import { FrameDialogs } from './FrameDialogs.js';
import { addableBy } from './addable.js';
import { openAdd, openKeys, openSearch } from './dialogs.js';
import { placesFor } from './nav.js';
import { ProofDialog } from './ProofDialog.js';
import { Rail } from './Rail.js';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.js';
import { mustEnrol, seesPeople } from './use-may.js';
import { useMe } from './use-me.js';
import { usePreferences } from './use-preferences.js';

/** The frame around every page behind the login: rail or bottom bar, top bar, page, dialogs. */
export function Shell() {
  const { t } = useTranslation('shell');
  usePreferences();
  useFrameShortcuts();
  const main = useFocusOnNavigation();
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <Rail />
      <div className={classes.column}>
        <TopBar />
        <ConnectionBanner />
        <ActingBanner />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
          <FloatingLayer />
        </main>
      </div>
      <FrameDialogs />
      <ProofDialog />
    </div>
  );
}

/** A new page takes the focus, so that a screen reader starts to read there. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (pathname === undefined) return;
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return main;
}

function useFrameShortcuts(): void {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const go = (
    keys: string,
    label: string,
    to: '/' | '/people' | '/companies' | '/import' | '/settings/me',
  ) => ({
    keys,
    label,
    everywhere: true,
    run: () => void navigate({ to }),
  });
  const me = useMe();
  const isThere = (to: string) => placesFor(me).some((place) => place.to === to);
  const shortcuts = [
    ...(seesPeople(me)
      ? [
          { keys: '/', label: t('keys.search'), everywhere: true, run: openSearch },
          { keys: 'mod+k', label: t('keys.palette'), everywhere: true, run: openSearch },
        ]
      : []),
    ...(addableBy(me).length > 0
      ? [{ keys: 'n', label: t('keys.new'), everywhere: true, run: () => openAdd() }]
      : []),
    { keys: '?', label: t('keys.help'), everywhere: true, run: openKeys },
    ...(isThere('/') ? [go('g t', t('keys.goToday'), '/')] : []),
    ...(isThere('/people') ? [go('g p', t('keys.goPeople'), '/people')] : []),
    ...(isThere('/companies') ? [go('g c', t('keys.goCompanies'), '/companies')] : []),
    ...(isThere('/import') ? [go('g i', t('keys.goImport'), '/import')] : []),
    go('g s', t('keys.goSettings'), '/settings/me'),
  ];
  useShortcuts(mustEnrol(me) ? [] : shortcuts);
}
