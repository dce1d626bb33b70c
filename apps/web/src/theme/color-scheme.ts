import { localStorageColorSchemeManager } from '@mantine/core';

/** Remembers the scheme where boot.js reads it before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'seloste.theme' });
