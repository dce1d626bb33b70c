import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { fieldErrorText, problemText } from '../../api/problem-text.js';
import { toast } from '../../ui/index.js';

interface SaveOnLeaveProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'error'> {
  value: string;
  onSave: (value: string) => Promise<unknown>;
  /** May it be left empty? */
  isOptional?: boolean;
}

/** A text input that saves when it is left or Enter is pressed; a refused value stays, with the reason. */
export function SaveOnLeave({ value, onSave, isOptional = false, ...input }: SaveOnLeaveProps) {
  const { t } = useTranslation(['common', 'settings']);
  const { t: tCommon } = useTranslation();
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setDraft(value), [value]);

  async function save(): Promise<void> {
    const next = draft.trim();
    if (next === value) return setError(null);
    if (!next && !isOptional) return setError(t('fieldError.required'));
    try {
      await onSave(next);
      setError(null);
      toast(t('settings:saved'));
    } catch (failure) {
      const field = failure instanceof ApiProblem ? failure.fields[0] : undefined;
      setDraft(draft);
      setError(field ? fieldErrorText(field, tCommon) : problemText(failure, tCommon));
    }
  }

  return (
    <TextInput
      {...input}
      value={draft}
      error={error}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}
