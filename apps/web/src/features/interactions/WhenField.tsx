import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format.js';
import { DateField } from '../../ui/index.js';
import { atDate, atTime, toLocalInput } from './local-input.js';
import classes from './Composer.module.css';

interface Props {
  /** An instant; null is the moment of saving. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** When it happened: now, until somebody says otherwise; then a date and a time as they are written here. */
export function WhenField({ value, onChange }: Props) {
  const { t } = useTranslation('interactions');
  if (value === null) {
    return (
      <button
        type="button"
        className={classes.detail}
        aria-label={`${t('field.occurredAt')}: ${t('composer.now')}`}
        onClick={() => onChange(new Date().toISOString())}
      >
        {t('composer.now')}
      </button>
    );
  }
  return (
    <span className={classes.when}>
      <DateField
        className={classes.date}
        aria-label={t('field.date')}
        leftSection={null}
        clearable={false}
        value={toLocalInput(value).slice(0, 10)}
        onChange={(date) => date && onChange(atDate(value, date))}
      />
      <ClockInput value={value} onChange={onChange} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('composer.setNow')}
        onClick={() => onChange(null)}
      >
        <IconX size={13} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** Takes 9, 930, 9.30 and 9:30; what is no time springs back. */
function ClockInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('interactions');
  const [text, setText] = useState(formatTime(value));
  useEffect(() => setText(formatTime(value)), [value]);
  const commit = () => {
    const moved = atTime(value, text);
    if (moved) onChange(moved);
    else setText(formatTime(value));
  };
  return (
    <TextInput
      className={classes.clock}
      aria-label={t('field.time')}
      inputMode="decimal"
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) commit();
      }}
    />
  );
}
