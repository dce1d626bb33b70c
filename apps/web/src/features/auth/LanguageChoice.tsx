import { useTranslation } from 'react-i18next';
import type { Language } from '../../api/model.js';
import { languageNames, languages, showLanguage } from '../../i18n/index.js';
import classes from './PublicFrame.module.css';

/** A choice of language, each by its own name. @param onChange instead of showing it on this device only */
export function LanguageChoice({ onChange }: { onChange?: ((language: Language) => void) | undefined }) {
  const { t, i18n } = useTranslation('auth');
  const choose = onChange ?? ((language: Language) => void showLanguage(language));
  return (
    <ul className={classes.languages} aria-label={t('language')}>
      {languages.map((language) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            aria-pressed={i18n.language === language}
            className={classes.language}
            onClick={() => choose(language)}
          >
            {languageNames[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
