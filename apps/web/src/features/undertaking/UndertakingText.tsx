import type { Language } from '../../api/model.js';
import { paragraphsOf } from './paragraphs.js';
import classes from './Undertaking.module.css';

interface UndertakingTextProps {
  text: string;
  /** Of the text, so that it is read aloud rightly. */
  language: Language;
}

/** The text of the confidentiality undertaking, set to be read. */
export function UndertakingText({ text, language }: UndertakingTextProps) {
  return (
    <div className={classes.text} lang={language}>
      {paragraphsOf(text).map(({ number, text: words }, i) => (
        <p key={i} data-numbered={number !== null || undefined}>
          {number !== null && <span className={classes.number}>{number}. </span>}
          <span>{words}</span>
        </p>
      ))}
    </div>
  );
}
