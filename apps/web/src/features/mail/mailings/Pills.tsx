import { formatNumber } from '../../../i18n/format.js';
import classes from './Mailing.module.css';

interface PillsProps<Key extends string> {
  /** What they choose, for those who hear the page. */
  label: string;
  pills: { key: Key; label: string; count?: number }[];
  chosen: Key;
  onChoose: (key: Key) => void;
}

/** Which part of a list is shown, one at a time, with how many there are in it. */
export function Pills<Key extends string>({ label, pills, chosen, onChoose }: PillsProps<Key>) {
  return (
    <div className={classes.reasons} role="group" aria-label={label}>
      {pills.map((pill) => (
        <button
          key={pill.key}
          type="button"
          className={classes.reason}
          aria-pressed={pill.key === chosen}
          onClick={() => onChoose(pill.key)}
        >
          {pill.label}
          {pill.count !== undefined && <b>{formatNumber(pill.count)}</b>}
        </button>
      ))}
    </div>
  );
}
