import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format.js';
import { DateField } from '../../ui/index.js';
import { atDate, atTime, toLocalInput, today } from '../interactions/local-input.js';
import classes from './Breaches.module.css';

interface Props {
  label: string;
  /** An instant; empty: unknown. */
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A day and a time that lie behind, as they are written here. */
export function InstantField({ label, value, error, onChange }: Props) {
  return (
    <div className={classes.instant}>
      <DateField
        label={label}
        maxDate={today()}
        value={value ? toLocalInput(value).slice(0, 10) : null}
        error={error}
        onChange={(day) => onChange(day ? atDate(value || noon(), day) : '')}
      />
      <Clock label={label} value={value} onChange={onChange} />
    </div>
  );
}

/** Takes 9, 930, 9.30 and 9:30; what is no time springs back. */
function Clock({ label, value, onChange }: Props) {
  const { t } = useTranslation('interactions');
  const shown = value ? formatTime(value) : '';
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const commit = () => {
    const moved = value ? atTime(value, text) : null;
    if (moved) onChange(moved);
    else setText(shown);
  };
  return (
    <TextInput
      label={t('field.time')}
      aria-label={`${label}: ${t('field.time')}`}
      inputMode="decimal"
      autoComplete="off"
      disabled={!value}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

const noon = (): string => {
  const at = new Date();
  at.setHours(12, 0, 0, 0);
  return at.toISOString();
};
