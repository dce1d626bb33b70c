import { Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { type HoldGround, holdGrounds } from '../../retention/model.js';
import classes from './Clock.module.css';

interface Props {
  person: { id: string; name: string };
  onClose: () => void;
}

interface Values {
  ground: HoldGround | null;
  reason: string;
  document: string;
  financialYearEndedOn: string | null;
  until: string | null;
}

/** The Accounting Act counts from the financial year of a document; everything else ends on a day, or is looked at yearly. */
const isAccounting = (ground: HoldGround | null): boolean =>
  ground === 'accounting_voucher' || ground === 'accounting_book';

const day = 'YYYY-MM-DD';

/** Keeps a part of a person though their time is over: what the law, a dispute or something open needs. */
export function PlaceHold(props: Props) {
  const { t } = useTranslation(['clock', 'retention']);
  const form = useHoldForm(props);
  const accounting = isAccounting(form.values.ground);
  return (
    <FormDialog
      opened
      onClose={props.onClose}
      title={t('place.title', { name: props.person.name })}
      submitLabel={t('place.submit')}
      {...form}
    >
      <p className={classes.lead}>{t('place.lead')}</p>
      <Select
        label={t('place.ground')}
        placeholder={t('place.choose')}
        allowDeselect={false}
        data={holdGrounds.map((value) => ({ value, label: t(`retention:holdGround.${value}`) }))}
        data-autofocus
        {...form.field('ground')}
      />
      {accounting ? (
        <>
          <TextInput
            label={t('place.document')}
            description={t('place.documentHint')}
            maxLength={300}
            {...form.input('document')}
          />
          <DateField
            label={t('place.year')}
            description={t('place.yearHint')}
            {...form.field('financialYearEndedOn')}
          />
        </>
      ) : (
        <DateField
          label={t('place.until')}
          description={t('place.untilHint')}
          minDate={dayjs().add(1, 'day').format(day)}
          {...form.field('until')}
        />
      )}
      <Textarea
        label={t('place.reason')}
        description={t('place.reasonHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.input('reason')}
      />
    </FormDialog>
  );
}

function useHoldForm({ person, onClose }: Props) {
  const { t } = useTranslation(['clock', 'common']);
  const client = useQueryClient();
  const required = t('common:fieldError.required');
  return useForm<Values, unknown>({
    initial: { ground: null, reason: '', document: '', financialYearEndedOn: null, until: null },
    check: ({ ground, reason, document, financialYearEndedOn }) => ({
      ...(ground ? {} : { ground: required }),
      ...(reason.trim() ? {} : { reason: required }),
      ...(isAccounting(ground) && !document.trim() ? { document: required } : {}),
      ...(isAccounting(ground) && !financialYearEndedOn ? { financialYearEndedOn: required } : {}),
    }),
    save: ({ ground, reason, document, financialYearEndedOn, until }) => {
      if (!ground) throw new Error('the check has seen to it that there is one');
      // Without a day of its own it is looked at in a year.
      const end = until ? { until } : { reviewOn: dayjs().add(12, 'month').format(day) };
      const terms = isAccounting(ground) ? { document: document.trim(), financialYearEndedOn } : end;
      const body = { ground, reason: reason.trim(), ...terms };
      return ok(api.POST('/contacts/{id}/holds', { params: { path: { id: person.id } }, body }));
    },
    onSaved: () => {
      for (const noun of ['contacts', 'holds', 'retention-forecast'])
        void client.invalidateQueries({ queryKey: [noun] });
      onClose();
      toast(t('place.done'));
    },
  });
}
