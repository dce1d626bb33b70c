import { Select, Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import admin from '../../settings/Admin.module.css';
import { type ExtensionBasis, extensionBases, type Leaving } from '../model.js';
import { useExtend } from '../queries.js';

interface Values {
  basis: ExtensionBasis | null;
  reason: string;
  until: string | null;
}

interface ExtendDialogProps {
  leaving: Pick<Leaving, 'contactId' | 'name' | 'dueOn' | 'reason'>;
  onClose: () => void;
}

const iso = 'YYYY-MM-DD';

/** Keeps somebody longer: on which lawful ground, why, and until when, a year ahead at most (GDPR Art. 5(1)(e)). */
export function ExtendDialog({ leaving, onClose }: ExtendDialogProps) {
  const { t } = useTranslation(['retention', 'common', 'records']);
  const { contactId, name, dueOn } = leaving;
  const extend = useExtend(contactId);
  const last = dayjs(today()).add(12, 'month').format(iso);
  const first = dayjs(dueOn > today() ? dueOn : today())
    .add(1, 'day')
    .format(iso);
  const required = t('common:fieldError.required');
  const form = useForm<Values, unknown>({
    initial: { basis: null, reason: '', until: null },
    check: ({ basis, reason, until }) => ({
      ...(basis ? {} : { basis: t('extend.basisRequired') }),
      ...(reason.trim() ? {} : { reason: required }),
      ...(until
        ? until < first || until > last
          ? { until: t('extend.outside') }
          : {}
        : { until: required }),
    }),
    save: ({ basis, reason, until }) =>
      extend.mutateAsync({
        basis: basis ?? 'legitimate_interest',
        reason: reason.trim(),
        until: until ?? last,
      }),
    onSaved: () => {
      onClose();
      toast(t('extend.done', { name }));
    },
    problems: {
      objected_to_everything: t('extend.bar.objected_to_everything'),
      consent_withdrawn: t('extend.bar.consent_withdrawn'),
      no_ground_left: t('extend.bar.no_ground_left'),
      not_about_to_go: t('extend.bar.not_about_to_go'),
      erased: t('extend.bar.erased'),
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('extend.title', { name })}
      submitLabel={t('extend.submit')}
      {...form}
    >
      <p className={admin.quiet}>{leaving.reason}</p>
      <p>{t('extend.lead')}</p>
      <Select
        label={t('extend.basis')}
        placeholder={t('extend.choose')}
        data-autofocus
        data={extensionBases.map((value) => ({ value, label: t(`records:basis.${value}`) }))}
        {...form.field('basis')}
      />
      <Textarea
        label={t('extend.reason')}
        description={t('extend.reasonHint')}
        autosize
        minRows={2}
        {...form.input('reason')}
      />
      <DateField
        label={t('extend.until')}
        description={t('extend.untilHint', { date: formatDate(last) })}
        minDate={first}
        maxDate={last}
        {...form.field('until')}
      />
    </FormDialog>
  );
}
