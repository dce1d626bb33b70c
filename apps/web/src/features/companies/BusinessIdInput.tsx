import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { checkBusinessId, maskBusinessId } from './business-id.js';
import classes from './Company.module.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** A Y-tunnus: sets its own hyphen and says at once whether the check digit matches. */
export function BusinessIdInput({ value, onChange, error, autoFocus }: Props) {
  const { t } = useTranslation('companies');
  const state = checkBusinessId(value);
  return (
    <TextInput
      label={t('field.businessId')}
      placeholder="1234567-1"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      autoFocus={autoFocus}
      error={error ?? (state === 'wrong' ? t('records:error.businessId') : undefined)}
      rightSection={
        state === 'ok' && (
          <span className={classes.ok} title={t('businessIdOk')}>
            <IconCheck size={15} aria-hidden />
          </span>
        )
      }
      onChange={(event) => onChange(maskBusinessId(event.currentTarget.value))}
    />
  );
}
