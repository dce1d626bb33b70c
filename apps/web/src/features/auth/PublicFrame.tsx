import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../api/model.js';
import { Mark } from '../../shell/Mark.js';
import { FloatingLayer } from '../../ui/FloatingLayer.js';
import { LanguageChoice } from './LanguageChoice.js';
import classes from './PublicFrame.module.css';

interface PublicFrameProps {
  children: ReactNode;
  wide?: boolean;
  /** Stands at the right of the name, for example a way out. */
  aside?: ReactNode;
  /** Who is signed in changes their own language by it; otherwise it is this device's. */
  onLanguage?: (language: Language) => void;
}

/** The frame of the pages outside the work: one column, the product's name, a choice of language. */
export function PublicFrame({ children, wide, aside, onLanguage }: PublicFrameProps) {
  const { t } = useTranslation('auth');
  return (
    <div className={classes.frame} data-wide={wide || undefined}>
      <main className={classes.card} data-wide={wide || undefined}>
        <div className={classes.brand}>
          <Mark size={28} />
          <span>Seloste</span>
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
        {children}
        <FloatingLayer />
      </main>
      <footer className={classes.footer}>
        <p>{t('tagline')}</p>
        <LanguageChoice onChange={onLanguage} />
      </footer>
    </div>
  );
}
