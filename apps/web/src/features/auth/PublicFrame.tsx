import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, showLanguage } from '../../i18n/index.js';
import { Mark } from '../../shell/Mark.js';
import { FloatingLayer } from '../../ui/FloatingLayer.js';
import classes from './PublicFrame.module.css';

/** The frame of the pages before the login: one column, the product's name, a choice of language. */
export function PublicFrame({ children, wide }: { children: ReactNode; wide?: boolean }) {
  const { t, i18n } = useTranslation('auth');
  return (
    <div className={classes.frame}>
      <main className={classes.card} data-wide={wide || undefined}>
        <p className={classes.brand}>
          <Mark size={28} />
          <span>Seloste</span>
        </p>
        {children}
        <FloatingLayer />
      </main>
      <footer className={classes.footer}>
        <p>{t('tagline')}</p>
        <ul className={classes.languages} aria-label={t('language')}>
          {languages.map((language) => (
            <li key={language}>
              <button
                type="button"
                lang={language}
                aria-pressed={i18n.language === language}
                className={classes.language}
                onClick={() => void showLanguage(language)}
              >
                {languageNames[language]}
              </button>
            </li>
          ))}
        </ul>
      </footer>
    </div>
  );
}
