import { Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import admin from '../../settings/Admin.module.css';
import type { Hold } from '../model.js';
import { useReleaseHold, useReviewHold } from '../queries.js';

interface DialogProps {
  hold: Hold;
  onClose: () => void;
}

function useWhat({ ground, document, contact, company }: Hold): string {
  const { t } = useTranslation('retention');
  return [contact?.name ?? company?.name, t(`holdGround.${ground}`), document].filter(Boolean).join(' · ');
}

/** Somebody looked: it is still needed, and is looked at next within a year (design rule 4). */
export function ReviewHold({ hold, onClose }: DialogProps) {
  const { t } = useTranslation(['retention', 'common']);
  const what = useWhat(hold);
  const review = useReviewHold(hold.id);
  const first = dayjs(today()).add(1, 'day').format('YYYY-MM-DD');
  const last = dayjs(today()).add(12, 'month').format('YYYY-MM-DD');
  const form = useForm<{ note: string; reviewOn: string | null }, unknown>({
    initial: { note: '', reviewOn: last },
    check: ({ note, reviewOn }) => ({
      ...(note.trim() ? {} : { note: t('common:fieldError.required') }),
      ...(reviewOn && reviewOn >= first && reviewOn <= last ? {} : { reviewOn: t('holds.outside') }),
    }),
    save: ({ note, reviewOn }) => review.mutateAsync({ note: note.trim(), reviewOn: reviewOn ?? last }),
    onSaved: () => {
      onClose();
      toast(t('holds.reviewed'));
    },
    problems: { hold_over: t('holds.over') },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('holds.reviewTitle')}
      submitLabel={t('holds.reviewSubmit')}
      {...form}
    >
      <p className={admin.quiet}>{what}</p>
      <Textarea
        label={t('holds.stillNeeded')}
        description={t('holds.stillNeededHint')}
        data-autofocus
        autosize
        minRows={2}
        {...form.input('note')}
      />
      <DateField
        label={t('holds.nextReview')}
        description={t('holds.nextReviewHint', { date: formatDate(last) })}
        minDate={first}
        maxDate={last}
        {...form.field('reviewOn')}
      />
    </FormDialog>
  );
}

/** It is needed no more; what waited for it goes by itself. */
export function ReleaseHold({ hold, onClose }: DialogProps) {
  const { t } = useTranslation(['retention', 'common']);
  const what = useWhat(hold);
  const release = useReleaseHold(hold.id);
  const form = useForm<{ reason: string }, unknown>({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() ? {} : { reason: t('common:fieldError.required') }),
    save: ({ reason }) => release.mutateAsync({ reason: reason.trim() }),
    onSaved: () => {
      onClose();
      toast(t('holds.released'));
    },
    problems: { hold_over: t('holds.over') },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('holds.releaseTitle')}
      submitLabel={t('holds.releaseSubmit')}
      {...form}
    >
      <p className={admin.quiet}>{what}</p>
      <p>{t('holds.releaseLead')}</p>
      <Textarea
        label={t('holds.releaseReason')}
        description={t('holds.releaseReasonHint')}
        data-autofocus
        autosize
        minRows={2}
        {...form.input('reason')}
      />
    </FormDialog>
  );
}
