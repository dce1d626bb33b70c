import { useMediaQuery } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.js';
import classes from './Clocks.module.css';

interface Part<Key extends string> {
  /** Null: it cannot be chosen. */
  key: Key | null;
  name: string;
  count: number;
}

interface BreakdownProps<Key extends string> {
  title: string;
  parts: Part<Key>[];
  chosen: Key | undefined;
  /** A part, or none of them. */
  onChoose: (key: Key | undefined) => void;
}

/** So many are named before one asks for more, on a desk and on a phone. */
const few = { desk: 5, phone: 3 };

/** How a number is made up, the largest part first; a part narrows the list to it, and a second press widens it again. */
export function Breakdown<Key extends string>({ title, parts, chosen, onChoose }: BreakdownProps<Key>) {
  const { t } = useTranslation();
  const id = useId();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useState(false);
  const named = isPhone ? few.phone : few.desk;
  const sorted = parts.toSorted((a, b) => b.count - a.count);
  const shown = isOpen
    ? sorted
    : sorted.filter(({ key }, at) => at < named || (key !== null && key === chosen));
  const most = sorted[0]?.count ?? 1;
  return (
    <section aria-labelledby={id} className={classes.breakdown}>
      <h2 id={id}>{title}</h2>
      <ul>
        {shown.map(({ key, name, count }) => (
          <li key={key ?? ''}>
            <PartButton
              isChosen={key === null ? undefined : key === chosen}
              onChoose={() => key !== null && onChoose(key === chosen ? undefined : key)}
            >
              <span className={classes.partName}>{name}</span>
              <span className={classes.partCount}>{formatNumber(count)}</span>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${Math.max(2, (count / most) * 100)}%` }} />
              </span>
            </PartButton>
          </li>
        ))}
      </ul>
      {!isOpen && sorted.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('action.showMore')}
        </button>
      )}
    </section>
  );
}

interface PartButtonProps {
  isChosen: boolean | undefined;
  onChoose: () => void;
  children: React.ReactNode;
}

function PartButton({ isChosen, onChoose, children }: PartButtonProps) {
  if (isChosen === undefined) return <div className={classes.partRow}>{children}</div>;
  return (
    <button type="button" className={classes.partRow} aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </button>
  );
}
