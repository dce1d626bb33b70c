import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Billing } from '../../api/model.js';
import classes from './Company.module.css';

export const noBilling: Billing = {
  eInvoiceAddress: null,
  eInvoiceOperator: null,
  email: null,
  reference: null,
  paymentTermDays: null,
};

interface Props {
  value: Billing;
  onChange: (billing: Billing) => void;
  errorAt?: (field: string) => string | undefined;
}

/** Where invoices go: the Finnish e-invoice address and its operator, or e-mail; reference and payment term. */
export function BillingFields({ value, onChange, errorAt }: Props) {
  const { t } = useTranslation('companies');
  const text = (
    key: 'eInvoiceAddress' | 'eInvoiceOperator' | 'email' | 'reference',
    label: string,
    hint?: string,
  ) => (
    <TextInput
      label={label}
      placeholder={hint}
      autoComplete="off"
      value={value[key] ?? ''}
      error={errorAt?.(`billing.${key}`)}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.parts}>
      {text('eInvoiceAddress', t('field.eInvoiceAddress'), '003712345678')}
      {text('eInvoiceOperator', t('field.eInvoiceOperator'), '003721291126')}
      {text('email', t('field.billingEmail'))}
      <div className={classes.pair}>
        {text('reference', t('field.reference'))}
        <NumberInput
          label={t('field.paymentTermDays')}
          value={value.paymentTermDays ?? ''}
          min={0}
          max={365}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          suffix={` ${t('daysUnit')}`}
          error={errorAt?.('billing.paymentTermDays')}
          onChange={(days) => onChange({ ...value, paymentTermDays: typeof days === 'number' ? days : null })}
        />
      </div>
    </div>
  );
}

/** As sent: null for what is empty, and nothing at all when all of it is. */
export function tidyBilling(billing: Billing): Billing | null {
  const tidy = (text: string | null) => text?.trim() || null;
  const result: Billing = {
    eInvoiceAddress: tidy(billing.eInvoiceAddress)?.replace(/\s/g, '') ?? null,
    eInvoiceOperator: tidy(billing.eInvoiceOperator),
    email: tidy(billing.email),
    reference: tidy(billing.reference),
    paymentTermDays: billing.paymentTermDays,
  };
  return Object.values(result).some((value) => value !== null) ? result : null;
}
