import { Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Export } from '../../api/model.js';
import { closeDialog, type ExportKind } from '../../shell/dialogs.js';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { usePurposes } from '../permissions/use-purposes.js';
import classes from './Exports.module.css';
import { type Way, waysOf, wishFor } from './ways.js';

interface Values {
  /** How they are going to be contacted; null: not at all. */
  way: Way | null;
  use: string | null;
  purpose: string;
  recipient: string;
  expiresOn: string | null;
}

interface Props {
  kind: ExportKind;
  /** As the list takes them; what is empty is left out. */
  filters: Record<string, unknown>;
}

/** The end of the day, so that a file is there on the whole of its last day. */
const endOf = (day: string): string => dayjs(day).endOf('day').toISOString();

function useExportForm({ kind, filters }: Props) {
  const { t } = useTranslation(['exports', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<Values, Export>({
    initial: {
      way: null,
      use: null,
      purpose: '',
      recipient: '',
      expiresOn: dayjs().add(7, 'day').format('YYYY-MM-DD'),
    },
    aliases: { expiresAt: 'expiresOn', for: 'way', 'for.purpose': 'use' },
    check: ({ way, use, purpose, expiresOn }) => ({
      ...(way === null || use ? {} : { use: t('common:fieldError.required') }),
      ...(purpose.trim() ? {} : { purpose: t('common:fieldError.required') }),
      ...(expiresOn ? {} : { expiresOn: t('common:fieldError.required') }),
    }),
    save: ({ way, use, purpose, recipient, expiresOn }) =>
      ok(
        api.POST('/exports', {
          body: {
            ...wishFor(kind, way, use),
            purpose: purpose.trim(),
            recipient: recipient.trim() || null,
            expiresAt: endOf(expiresOn ?? ''),
            filters: Object.fromEntries(
              Object.entries(filters)
                .filter(([, value]) => value !== undefined && value !== '' && value !== null)
                .map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
            ),
          },
        }),
      ),
    onSaved: ({ status }) => {
      void client.invalidateQueries({ queryKey: ['exports'] });
      closeDialog();
      void navigate({ to: '/privacy/exports' });
      toast(t(status === 'awaiting_approval' ? 'asked' : 'begun'));
    },
  });
}

/** Asks what a file of this view is for before it is made. */
export function ExportDialog(props: Props) {
  const { t } = useTranslation('exports');
  const form = useExportForm(props);
  return (
    <FormDialog
      opened
      onClose={closeDialog}
      title={t(`dialog.${props.kind}`)}
      submitLabel={t('dialog.submit')}
      {...form}
    >
      <p className={classes.lead}>{t('dialog.lead')}</p>
      <Textarea
        label={t('purpose')}
        description={t('dialog.purposeHint')}
        autosize
        minRows={2}
        data-autofocus
        {...form.input('purpose')}
      />
      <Use kind={props.kind} form={form} />
      <TextInput
        label={t('recipient')}
        description={t('dialog.recipientHint')}
        {...form.input('recipient')}
      />
      <DateField
        label={t('dialog.expiresOn')}
        description={t('dialog.expiresHint')}
        clearable={false}
        minDate={dayjs().format('YYYY-MM-DD')}
        maxDate={dayjs().add(29, 'day').format('YYYY-MM-DD')}
        {...form.field('expiresOn')}
      />
    </FormDialog>
  );
}

/** How they are going to be contacted, and for what: whoever may not be is left out of the file. */
function Use({ kind, form }: { kind: ExportKind; form: ReturnType<typeof useExportForm> }) {
  const { t } = useTranslation('exports');
  const { optionsOf } = usePurposes();
  const ways = waysOf(kind);
  if (ways.length === 0) return null;
  return (
    <>
      <Select
        label={t('dialog.way')}
        description={t('dialog.wayHint')}
        placeholder={t('dialog.noWay')}
        clearable
        data={ways.map((way) => ({ value: way, label: t(`way.${way}`) }))}
        {...form.field('way')}
      />
      {form.values.way !== null && (
        <Select
          label={t('dialog.use')}
          allowDeselect={false}
          data={optionsOf('service', 'marketing')}
          {...form.field('use')}
        />
      )}
    </>
  );
}
