import classes from './Avatar.module.css';

/** One of six quiet tones, always the same for the same name. */
function toneOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}

/** What a company's name ends or begins with says nothing about which one it is. */
const legalForm =
  /^(oy|oyj|ab|abp|ky|kb|ay|öb|tmi|fma|ry|rf|rp|sr|osk|anl|as|asunto|bostads|oü|gmbh|ag|ltd|llc|inc|bv|sas|sarl)\.?$/i;

function initialsOf(name: string, isCompany: boolean): string {
  const all = name.trim().split(/\s+/);
  const telling = isCompany ? all.filter((word) => !legalForm.test(word)) : all;
  const words = telling.length > 0 ? telling : all;
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

interface AvatarProps {
  name: string;
  /** Pixels: 20 in rows, 24 in bars, 40 on a record. */
  size?: 20 | 24 | 32 | 40;
  /** A company's is square. */
  square?: boolean;
}

/** Initials that help the eye to find a row; the name stands beside it, so it is hidden from screen readers. */
export function Avatar({ name, size = 20, square }: AvatarProps) {
  return (
    <span
      className={classes.avatar}
      data-tone={toneOf(name)}
      data-size={size}
      data-square={square || undefined}
      aria-hidden
    >
      {initialsOf(name, square ?? false)}
    </span>
  );
}
