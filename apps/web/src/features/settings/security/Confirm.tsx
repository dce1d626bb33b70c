import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Security.module.css';

interface ConfirmProps {
  /** What the button says: "Remove". */
  label: string;
  /** The same for who does not see what it stands beside: "Remove: Work laptop". */
  name: string;
  onConfirm: () => Promise<unknown>;
}

/** A button for what cannot be undone: the first press asks, in its place, and the second does it. */
export function Confirm({ label, name, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="subtle" color="gray" aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  async function run(): Promise<void> {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
      setAsking(false);
    }
  }
  return (
    <span className={classes.confirm}>
      <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
        {t('action.cancel')}
      </Button>
      <Button
        variant="light"
        color="red"
        loading={isBusy}
        aria-label={name}
        autoFocus
        onClick={() => void run()}
      >
        {label}
      </Button>
    </span>
  );
}
