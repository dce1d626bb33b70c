import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SenderDomain } from '../../../api/model.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { useDkim } from './queries.js';

/** A new key gets a name that the old one did not have: `seloste1`, `seloste2` … */
function nextSelector(selector: string | undefined): string {
  const [, number] = /^seloste(\d+)$/.exec(selector ?? '') ?? [];
  return `seloste${Number(number ?? 0) + 1}`;
}

/** Turns signing on, or takes a new key. */
export function DkimForm({ domain, onClose }: { domain: SenderDomain; onClose: () => void }) {
  const { t } = useTranslation('mail');
  const { choose } = useDkim();
  const form = useForm({
    initial: {
      domainName: domain.signing?.domainName ?? domain.domain ?? '',
      keySelector: nextSelector(domain.signing?.keySelector),
    },
    save: (values) => choose.mutateAsync(values),
    onSaved: () => {
      onClose();
      toast(t('sender.begun'));
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('sender.dkim')} submitLabel={t('sender.begin')} {...form}>
      <p>{t('sender.formLead')}</p>
      <TextInput label={t('sender.domainName')} data-autofocus {...form.input('domainName')} />
      <TextInput
        label={t('sender.selector')}
        description={t('sender.selectorHint')}
        {...form.input('keySelector')}
      />
    </FormDialog>
  );
}
