import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { today } from '../interactions/local-input.js';
import { instantOf, reachOf } from './evidence-values.js';
import { type AnyChannel, channels, objectionWays, type ObjectionWay } from './model.js';
import { type Objector, useRecordObjection } from './queries.js';
import { usePurposes } from './use-purposes.js';
import classes from './Permissions.module.css';

interface Values {
  channel: AnyChannel;
  purpose: string;
  receivedVia: ObjectionWay;
  on: string | null;
  note: string;
}

interface Props {
  who: Objector;
  /** The channel that it begins with. */
  channel?: AnyChannel | undefined;
  onClose: () => void;
}

/** Puts a no on record, at once; nobody here takes a person's no back, and the form says so first. */
export function RecordObjection({ who, channel = 'all', onClose }: Props) {
  const { t } = useTranslation('permissions');
  const { nameOf, items } = usePurposes();
  const record = useRecordObjection(who);
  const form = useForm<Values, unknown>({
    initial: { channel, purpose: 'all', receivedVia: 'phone', on: today(), note: '' },
    aliases: { receivedAt: 'on' },
    save: ({ on, note, ...values }) =>
      record({
        ...values,
        ...(on ? { receivedAt: instantOf(on) } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      }),
    onSaved: () => {
      onClose();
      toast(t('objection.done', { name: who.name }));
    },
  });
  const { values } = form;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('objection.title', { name: who.name })}
      submitLabel={t('objection.submit')}
      {...form}
    >
      <p className={classes.tell}>
        {t(who.kind === 'companies' ? 'objection.companyLead' : 'objection.lead')}
      </p>
      <div className={classes.pair}>
        <Select
          label={t('objection.channel')}
          allowDeselect={false}
          data-autofocus
          data={(['all', ...channels] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={values.channel}
          error={form.errors.channel}
          onChange={(value) => value && form.set('channel', value)}
        />
        <Select
          label={t('objection.purpose')}
          allowDeselect={false}
          data={[
            { value: 'all', label: t('everything') },
            ...items.map(({ key }) => ({ value: key, label: nameOf(key) })),
          ]}
          value={values.purpose}
          error={form.errors.purpose}
          onChange={(value) => value && form.set('purpose', value)}
        />
      </div>
      <p className={classes.after} aria-live="polite">
        {t(`objection.after.${reachOf(values)}`, {
          channel: t(`channel.${values.channel}`).toLocaleLowerCase(),
          purpose: nameOf(values.purpose).toLocaleLowerCase(),
        })}
      </p>
      <div className={classes.pair}>
        <Select
          label={t('objection.via')}
          allowDeselect={false}
          data={objectionWays.map((value) => ({ value, label: t(`way.${value}`) }))}
          value={values.receivedVia}
          error={form.errors.receivedVia}
          onChange={(value) => value && form.set('receivedVia', value)}
        />
        <DateField label={t('objection.on')} clearable={false} maxDate={today()} {...form.field('on')} />
      </div>
      <Textarea
        label={t('objection.note')}
        description={t('objection.noteHint')}
        autosize
        minRows={2}
        {...form.input('note')}
      />
    </FormDialog>
  );
}
