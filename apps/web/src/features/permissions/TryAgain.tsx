import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { useMay } from '../../shell/use-may.js';
import { FormMessage, toast } from '../../ui/index.js';
import { useTryAddressesAgain } from './queries.js';

interface Props {
  person: Contact;
  onDone: () => void;
}

/** Mail servers err and mailboxes come back: whoever keeps the record may have the address tried again. */
export function TryAgain({ person, onDone }: Props) {
  const { t } = useTranslation('permissions');
  const may = useMay();
  const tryAgain = useTryAddressesAgain(person.id);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!may('contacts.update') || person.restricted) return null;
  const run = async () => {
    setSaving(true);
    try {
      await tryAgain(undefined);
      toast(t('evidence.tryAgainDone'));
      onDone();
    } catch (error) {
      setProblem(problemText(error, t));
      setSaving(false);
    }
  };
  return (
    <>
      <Button mt="sm" variant="default" size="compact-sm" loading={isSaving} onClick={() => void run()}>
        {t('evidence.tryAgain')}
      </Button>
      <FormMessage>{problem}</FormMessage>
    </>
  );
}
