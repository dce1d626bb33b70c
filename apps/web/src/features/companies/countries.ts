import { currentLanguage } from '../../i18n/index.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Two-letter codes that Intl names but that are no countries. */
const notCountries = /^(EU|EZ|UN|ZZ|QO|X.)$/;
const options = new Map<string, { value: string; label: string }[]>();

/** ISO 3166-1 countries in the language on screen, in its alphabetical order. */
export function countryOptions(): { value: string; label: string }[] {
  const language = currentLanguage();
  const known = options.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const all = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = notCountries.test(value) ? undefined : names.of(value);
      return label ? [{ value, label }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
  options.set(language, all);
  return all;
}

/** A country's name in the language on screen; a code nobody knows stays as it is. */
export function countryName(code: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(code) ?? code;
}
