import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './KeyHint.module.css';

const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);
const symbols: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Shift: '⇧',
};

interface KeyHintProps {
  /** `mod+k` together, `g p` one after the other. */
  keys: string;
  /** On a button of the accent colour. */
  onAccent?: boolean;
}

/** Keys as they are printed on the keyboard; hidden where there is no keyboard and from screen readers. */
export function KeyHint({ keys, onAccent }: KeyHintProps) {
  const { t } = useTranslation('shell');
  return (
    <span className={classes.hint} data-on-accent={onAccent || undefined} aria-hidden>
      {keys.split(' ').map((chord, index) => (
        <Fragment key={chord}>
          {index > 0 && <span className={classes.then}>{t('keys.then')}</span>}
          {chord.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {symbols[key] ?? key.toUpperCase()}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
