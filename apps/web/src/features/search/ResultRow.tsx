import { Avatar, KeyHint, RelativeTime } from '../../ui/index.js';
import { markWords, type Result } from './results.js';
import classes from './SearchPalette.module.css';

interface ResultRowProps {
  id: string;
  result: Result;
  words: string;
  isActive: boolean;
  onHover: () => void;
}

/** One line of the palette; the input keeps the focus, so this is an option and not a link. */
export function ResultRow({ id, result, words, isActive, onHover }: ResultRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.row}
      onMouseMove={isActive ? undefined : onHover}
      onClick={result.run}
    >
      <Look result={result} />
      <span className={classes.words}>
        <span className={classes.title}>
          <Marked text={result.title} words={words} />
        </span>
        {result.subtitle && (
          <span className={classes.subtitle}>
            <Marked text={result.subtitle} words={words} />
          </span>
        )}
        {result.excerpt && (
          <span className={classes.excerpt}>
            <Marked text={result.excerpt} words={words} />
          </span>
        )}
      </span>
      {result.occurredAt && (
        <span className={classes.when}>
          <RelativeTime value={result.occurredAt} />
        </span>
      )}
      {result.keys && <KeyHint keys={result.keys} />}
    </div>
  );
}

function Look({ result: { look, title } }: { result: Result }) {
  if ('avatar' in look) return <Avatar name={title} size={24} square={look.avatar === 'company'} />;
  return (
    <span className={classes.icon}>
      <look.icon size={17} stroke={1.6} aria-hidden />
    </span>
  );
}

function Marked({ text, words }: { text: string; words: string }) {
  return markWords(text, words).map((piece, index) =>
    piece.isMatch ? (
      // Pieces never move, so their place is their identity.
      <mark key={index} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
