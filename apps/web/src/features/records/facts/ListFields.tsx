import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ListFields.module.css';

interface Props {
  label: string;
  hideLabel?: boolean;
  /** At least one line is always shown, so an empty list is edited as one empty line. */
  value: string[];
  onChange: (value: string[]) => void;
  type: 'email' | 'tel';
  errorAt?: (index: number) => string | undefined;
}

/** Several e-mail addresses or phone numbers, one to a line; the first is the one used first. */
export function ListFields({ label, hideLabel, value, onChange, type, errorAt }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const lines = value.length > 0 ? value : [''];
  const add = () => {
    onChange([...lines, '']);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[data-line]:last-of-type input')?.focus(),
    );
  };
  return (
    <div ref={box} role="group" aria-labelledby={id} className={classes.list}>
      <span id={id} className={hideLabel ? 's-visually-hidden' : classes.label}>
        {label}
      </span>
      {lines.map((line, index) => (
        <div key={index} data-line className={classes.line}>
          <TextInput
            aria-label={lines.length > 1 ? `${label} ${index + 1}` : label}
            type={type}
            autoComplete="off"
            value={line}
            error={errorAt?.(index)}
            onChange={(event) => onChange(lines.with(index, event.currentTarget.value))}
          />
          {lines.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('action.remove')}: ${line || `${label} ${index + 1}`}`}
              onClick={() => onChange(lines.filter((_, other) => other !== index))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {lines.at(-1) !== '' && (
        <Button
          className={classes.add}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={add}
        >
          {t('action.add')}
          <span className="s-visually-hidden">: {label}</span>
        </Button>
      )}
    </div>
  );
}
