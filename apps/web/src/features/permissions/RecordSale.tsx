import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { today } from '../interactions/local-input.js';
import { useRecordSale } from './queries.js';
import classes from './Permissions.module.css';

interface Values {
  reference: string;
  product: string;
  soldOn: string | null;
  optOutOfferedOn: string | null;
}

/** Puts a sale on record after which similar products may be told of (917/2014 s. 200(3)). */
export function RecordSale({ person, onClose }: { person: Contact; onClose: () => void }) {
  const { t } = useTranslation('permissions');
  const record = useRecordSale(person.id);
  const required = t('common:fieldError.required');
  const form = useForm<Values, unknown>({
    initial: { reference: '', product: '', soldOn: today(), optOutOfferedOn: null },
    check: ({ reference, product, soldOn, optOutOfferedOn }) => ({
      ...(product.trim() ? {} : { product: required }),
      ...(reference.trim() ? {} : { reference: required }),
      ...(soldOn ? {} : { soldOn: required }),
      ...(optOutOfferedOn ? {} : { optOutOfferedOn: required }),
    }),
    save: ({ reference, product, soldOn, optOutOfferedOn }) =>
      record({
        reference: reference.trim(),
        product: product.trim(),
        soldOn: soldOn ?? '',
        optOutOfferedOn: optOutOfferedOn ?? '',
      }),
    onSaved: () => {
      onClose();
      toast(t('sale.done', { name: person.name }));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('sale.title', { name: person.name })}
      submitLabel={t('sale.submit')}
      {...form}
    >
      <p className={classes.tell}>{t('sale.lead')}</p>
      <TextInput label={t('sale.product')} data-autofocus autoComplete="off" {...form.input('product')} />
      <TextInput label={t('sale.reference')} autoComplete="off" {...form.input('reference')} />
      <div className={classes.pair}>
        <DateField label={t('sale.soldOn')} clearable={false} maxDate={today()} {...form.field('soldOn')} />
        <DateField
          label={t('sale.offeredOn')}
          clearable={false}
          maxDate={form.values.soldOn ?? today()}
          {...form.field('optOutOfferedOn')}
        />
      </div>
      <p className={classes.quiet}>{t('sale.offeredHint')}</p>
    </FormDialog>
  );
}
