import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Security.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
  /** What is copied, where it is shown differently. */
  copied?: string;
}

/** A text to be taken along: selected when it is entered, copied by a button. */
export function CopyField({ label, value, copied = value }: CopyFieldProps) {
  return (
    <div className={classes.copy}>
      <TextInput
        label={label}
        value={value}
        readOnly
        variant="filled"
        classNames={{ input: classes.mono ?? '' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={copied} />
    </div>
  );
}

/** Copies a text and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('security');
  const clipboard = useClipboard();
  return (
    <Button
      variant="default"
      leftSection={
        clipboard.copied ? (
          <IconCheck size={16} aria-hidden />
        ) : (
          <IconCopy size={16} stroke={1.6} aria-hidden />
        )
      }
      onClick={() => clipboard.copy(text)}
    >
      <span aria-live="polite">{clipboard.copied ? t('copied') : t('copy')}</span>
    </Button>
  );
}
