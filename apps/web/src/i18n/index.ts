import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../api/model.js';
import { bundles } from './bundles.js';

export const languages: Language[] = ['fi', 'sv', 'en'];
/** Every language's own name, for pickers. */
export const languageNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };
const storageKey = 'seloste.language';

async function load(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'common')) return;
  for (const [namespace, texts] of Object.entries(await bundles[language]())) {
    i18n.addResourceBundle(language, namespace, texts);
  }
}

/** Starts in the language that boot.js chose (stored, else the browser's). */
export async function startI18n(): Promise<void> {
  const language = document.documentElement.lang as Language;
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await load(language);
  await i18n.changeLanguage(language);
}

/** Loads and shows a language, marks the page with it and remembers it on this device. */
export async function showLanguage(language: Language): Promise<void> {
  await load(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(storageKey, language);
}

/** The language on screen. */
export function currentLanguage(): Language {
  return (i18n.language || 'fi') as Language;
}

export { i18n };
