import { Select, Textarea } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import { bases } from '../../people/purposes.js';
import type { Purpose } from '../../../api/model.js';
import type { LegalBasis } from '../../permissions/model.js';
import { useChangePurpose } from './queries.js';
import { basesFor, lacking } from './review.js';
import classes from './Purposes.module.css';

interface Values {
  basis: LegalBasis | null;
  balancingNote: string;
  reviewOn: string | null;
}

interface Props {
  purpose: Purpose;
  name: string;
  onClose: () => void;
}

/** The basis of a purpose, the balancing test and its review. Saving the test or its day is the review. */
export function EditPurpose({ purpose, name, onClose }: Props) {
  const { t } = useTranslation(['purposes', 'records']);
  const change = useChangePurpose();
  const { isReviewOverdue: isLate, hasOwnNote } = purpose;
  const noteBefore = purpose.balancingNote ?? '';
  const form = useForm<Values, unknown>({
    initial: {
      basis: purpose.basis,
      balancingNote: noteBefore,
      reviewOn: isLate ? dayjs().add(1, 'year').format('YYYY-MM-DD') : purpose.reviewOn,
    },
    check: (values) => {
      const missing = lacking({ ...values, builtIn: purpose.builtIn });
      return {
        ...(missing.includes('balancingNote') ? { balancingNote: t('noteRequired') } : {}),
        ...(missing.includes('reviewOn') ? { reviewOn: t('reviewRequired') } : {}),
      };
    },
    save: ({ basis, balancingNote, reviewOn }) =>
      change.mutateAsync({
        purpose,
        change: {
          basis,
          reviewOn: basis === 'legitimate_interest' ? reviewOn : null,
          ...(balancingNote === noteBefore ? {} : { balancingNote: balancingNote.trim() || null }),
        },
      }),
    onSaved: () => {
      onClose();
      toast(t('saved', { name }));
    },
  });
  const isWeighed = form.values.basis === 'legitimate_interest';
  return (
    <FormDialog as="drawer" opened onClose={onClose} title={name} {...form}>
      {isLate && <p className={classes.warning}>{t('reviewLead')}</p>}
      <Select
        label={t('basis')}
        placeholder={t('noBasis')}
        clearable={!purpose.switchedOn}
        allowDeselect={false}
        data={basesFor(purpose.class, bases).map((basis) => ({
          value: basis,
          label: t(`records:basis.${basis}`),
        }))}
        {...form.field('basis')}
      />
      {isWeighed && (
        <Textarea
          label={t('note')}
          description={hasOwnNote ? t('noteHint') : `${t('noteHint')} ${t('noteDefault')}`}
          autosize
          minRows={6}
          {...form.input('balancingNote')}
        />
      )}
      {isWeighed && <DateField label={t('reviewOn')} minDate={today()} {...form.field('reviewOn')} />}
      {purpose.reviewedAt && (
        <p className={classes.reviewed}>
          {t('reviewed', { date: formatDate(purpose.reviewedAt), name: purpose.reviewedBy?.name ?? '' })}
        </p>
      )}
    </FormDialog>
  );
}
