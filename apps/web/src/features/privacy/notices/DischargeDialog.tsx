import { Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DischargeWay, NoticeDuty } from '../../../api/model.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import privacy from '../Privacy.module.css';
import { useDischarge } from './queries.js';

const ways = ['told_in_person', 'already_knew'] as const satisfies DischargeWay[];

/** Somebody was told otherwise than by a mail of ours, or knew already (GDPR Art. 14(5)(a)). */
export function DischargeDialog({ duty, onClose }: { duty: NoticeDuty; onClose: () => void }) {
  const { t } = useTranslation(['notices', 'common']);
  const { name } = duty.contact;
  const discharge = useDischarge();
  const form = useForm<{ via: DischargeWay; note: string }, unknown>({
    initial: { via: 'told_in_person', note: '' },
    check: ({ note }) => (note.trim() ? {} : { note: t('common:fieldError.required') }),
    save: ({ via, note }) => discharge.mutateAsync({ id: duty.id, via, note: note.trim() }),
    onSaved: () => {
      onClose();
      toast(t('done', { name }));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('dischargeTitle', { name })}
      submitLabel={t('submit')}
      {...form}
    >
      <Radio.Group label={t('via')} value={form.values.via} onChange={(via) => form.set('via', via)}>
        <div className={privacy.choices}>
          {ways.map((via) => (
            <Radio key={via} value={via} label={t(`viaChoice.${via}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t('note')} description={t('noteHint')} autosize minRows={2} {...form.input('note')} />
    </FormDialog>
  );
}
