import { Button, Checkbox, NumberInput, PasswordInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InboundMailbox, NewInboundMailbox } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { useInboundMailbox } from './queries.js';

interface Values {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
  addresses: string[];
  afterReading: NonNullable<NewInboundMailbox['afterReading']>;
}

const valuesOf = (mailbox: InboundMailbox | null): Values => ({
  host: mailbox?.host ?? '',
  port: mailbox?.port ?? 993,
  secure: mailbox?.secure ?? true,
  user: mailbox?.user ?? '',
  password: '',
  folder: mailbox?.folder ?? 'INBOX',
  addresses: mailbox?.addresses ?? [],
  afterReading: mailbox?.afterReading ?? 'leave',
});

const toSettings = ({ password, ...values }: Values): NewInboundMailbox => ({
  ...values,
  ...(password ? { password } : {}),
});

interface Props {
  mailbox: InboundMailbox | null;
  onClose: () => void;
}

/** How to reach the mailbox; it can be tried before it is saved. */
export function InboundForm({ mailbox, onClose }: Props) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const { save, test } = useInboundMailbox(mailbox);
  const form = useForm<Values>({
    initial: valuesOf(mailbox),
    save: (values) => save.mutateAsync(toSettings(values)),
    onSaved: () => {
      onClose();
      toast(t('inbound.saved'));
    },
  });
  const tryIt = () =>
    test.mutate(toSettings(form.values), {
      onSuccess: ({ failure }) =>
        failure ? toast(t(`inbound.failure.${failure}`), { tone: 'error' }) : toast(t('inbound.works')),
      onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
    });
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('inbound.title')}
      footer={
        <Button variant="subtle" loading={test.isPending} onClick={tryIt}>
          {t('inbound.try')}
        </Button>
      }
      {...form}
    >
      <TextInput label={t('inbound.host')} data-autofocus autoComplete="off" {...form.input('host')} />
      <NumberInput
        label={t('inbound.port')}
        min={1}
        max={65535}
        hideControls
        {...form.field('port')}
        onChange={(value) => form.set('port', Number(value))}
      />
      <Checkbox
        label={t('inbound.secure')}
        checked={form.values.secure}
        onChange={(event) => form.set('secure', event.currentTarget.checked)}
      />
      <TextInput label={t('inbound.user')} autoComplete="off" {...form.input('user')} />
      <PasswordInput
        label={t('inbound.password')}
        description={mailbox ? t('inbound.passwordKept') : undefined}
        autoComplete="new-password"
        {...form.input('password')}
      />
      <TextInput label={t('inbound.folder')} {...form.input('folder')} />
      <TagsInput
        label={t('inbound.addresses')}
        description={t('inbound.addressesHint')}
        acceptValueOnBlur
        {...form.field('addresses')}
      />
      <Select
        label={t('inbound.afterReading')}
        allowDeselect={false}
        data={(['leave', 'mark_seen', 'delete'] as const).map((value) => ({
          value,
          label: t(`inbound.after.${value}`),
        }))}
        {...form.field('afterReading')}
        onChange={(value) => value && form.set('afterReading', value)}
      />
    </FormDialog>
  );
}
