import { useMantineColorScheme } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../api/queries.js';
import { currentLanguage, showLanguage } from '../i18n/index.js';

/** The user's own language and theme, once they are known, win over what this device remembered. */
export function usePreferences(): void {
  const { language, theme } = useSuspenseQuery(meQuery).data;
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  useEffect(() => {
    if (language !== currentLanguage()) void showLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme !== colorScheme) setColorScheme(theme);
    // Only a change of the user's own choice sets the scheme.
  }, [theme]);
}
