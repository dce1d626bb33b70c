import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './theme.js';

const id = 'virtual:mantine-variables.css';

/**
 * Vite plugin: the theme's CSS variables as a stylesheet made at build time.
 * Mantine would otherwise write them into an inline <style> tag, which a strict content security policy refuses.
 */
export function mantineVariables(): Plugin {
  return {
    name: 'seloste-mantine-variables',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) =>
      resolved === `\0${id}`
        ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)))
        : undefined,
  };
}
