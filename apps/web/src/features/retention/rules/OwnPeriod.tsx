import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountOf, isWithin, periodOf, units } from '../periods.js';
import classes from './Rules.module.css';
import { useRuleWords } from './use-rule-words.js';

interface OwnPeriodProps {
  period: string;
  longest: string | null;
  error: string | undefined;
  onChange: (period: string) => void;
}

/** A period of one's own: so many days, months or years. */
export function OwnPeriod({ period, longest, error, onChange }: OwnPeriodProps) {
  const { t } = useTranslation('retention');
  const { periodText } = useRuleWords();
  const [amount, setAmount] = useState(() => amountOf(period));
  const set = (next: typeof amount) => {
    setAmount(next);
    onChange(periodOf(next));
  };
  const tooLong =
    longest !== null && !isWithin(periodOf(amount), longest)
      ? t('rules.atMost', { period: periodText(longest) })
      : undefined;
  return (
    <div className={classes.own}>
      <NumberInput
        label={t('rules.ownPeriod')}
        min={1}
        max={999}
        clampBehavior="strict"
        allowDecimal={false}
        value={amount.count}
        error={error ?? tooLong}
        onChange={(count) => set({ ...amount, count: Number(count) || 1 })}
      />
      <Select
        label={t('rules.unit')}
        allowDeselect={false}
        data={units.map((value) => ({ value, label: t(`unit.${value}`) }))}
        value={amount.unit}
        onChange={(unit) => unit && set({ ...amount, unit })}
      />
    </div>
  );
}
