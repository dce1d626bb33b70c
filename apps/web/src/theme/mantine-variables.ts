import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './theme.js';

const id = 'virtual:mantine-variables.css';

/** Mantine's palettes that nothing here uses: two thirds of the variables. */
const unused = /^--mantine-color-(?!dark|gray|red|spruce|white|black)[a-z]+-(\d|text$|filled|light|outline)/;

function withoutUnused(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !unused.test(name)));
}

function makeVariables(): string {
  const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  return convertCssVariables({
    variables: withoutUnused(variables),
    light: withoutUnused(light),
    dark: withoutUnused(dark),
  });
}

/**
 * Vite plugin: the theme's CSS variables as a stylesheet made at build time.
 * Mantine would otherwise write them into an inline <style> tag, which a strict content security policy refuses.
 */
export function mantineVariables(): Plugin {
  return {
    name: 'seloste-mantine-variables',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? makeVariables() : undefined),
  };
}
