import { TextInput } from '@mantine/core';
import { toLocalInput } from '../interactions/local-input.js';

interface Props {
  label: string;
  description?: string;
  /** As the browser's own field holds it: local time, `YYYY-MM-DDTHH:mm`; empty: unknown. */
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A day and a time that lie behind. */
export function InstantField({ onChange, ...props }: Props) {
  return (
    <TextInput
      type="datetime-local"
      max={toLocalInput(new Date().toISOString())}
      {...props}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export const localOf = (instant: string | null): string => (instant === null ? '' : toLocalInput(instant));
export const instantOf = (local: string): string => new Date(local).toISOString();
