import { Radio, Select, Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { informedVia, type InformedVia, type Restriction } from '../../api/model.js';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { useRestriction } from './queries.js';
import classes from './Privacy.module.css';

interface Values {
  reason: string;
  told: 'letter' | 'already';
  via: InformedVia;
  on: string | null;
}

/** Ends a restriction: the person is told first (GDPR Art. 18(3)), by our letter or as the officer says. */
export function LiftDialog({ restriction, onClose }: { restriction: Restriction; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'common']);
  const { lift } = useRestriction(restriction.contactId);
  const form = useForm<Values, Awaited<ReturnType<typeof lift.mutateAsync>>>({
    initial: { reason: '', told: 'letter', via: 'phone', on: dayjs().format('YYYY-MM-DD') },
    aliases: { informed: 'told', 'informed.on': 'on', 'informed.via': 'via' },
    problems: { validation_failed: t('lift.mustTell') },
    check: ({ reason }) => (reason.trim() ? {} : { reason: t('common:fieldError.required') }),
    save: ({ reason, told, via, on }) =>
      lift.mutateAsync({
        reason: reason.trim(),
        ...(told === 'already' && on ? { informed: { via, on } } : {}),
      }),
    onSaved: (saved) => {
      onClose();
      toast(t(saved.lifting?.liftedAt ? 'lift.done' : 'lift.queued', { name: restriction.contact.name }));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('lift.title', { name: restriction.contact.name })}
      submitLabel={t('lift.submit')}
      {...form}
    >
      <p className={classes.soft}>{t('lift.lead')}</p>
      <Textarea label={t('lift.reason')} autosize minRows={2} data-autofocus {...form.input('reason')} />
      <Radio.Group label={t('lift.told')} {...form.field('told')}>
        <div className={classes.choices}>
          <Radio value="letter" label={t('lift.byLetter')} description={t('lift.byLetterHint')} />
          <Radio value="already" label={t('lift.already')} />
        </div>
      </Radio.Group>
      {form.values.told === 'already' && (
        <>
          <Select
            label={t('lift.via')}
            allowDeselect={false}
            data={informedVia.map((value) => ({ value, label: t(`lift.informedVia.${value}`) }))}
            value={form.values.via}
            error={form.errors.via}
            onChange={(value) => value && form.set('via', value)}
          />
          <DateField
            label={t('lift.on')}
            clearable={false}
            maxDate={dayjs().format('YYYY-MM-DD')}
            {...form.field('on')}
          />
        </>
      )}
    </FormDialog>
  );
}
