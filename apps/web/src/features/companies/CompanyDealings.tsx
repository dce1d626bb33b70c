import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Billing, type Company, type Relationship, relationshipStatuses } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { DateField } from '../../ui/index.js';
import { Facts } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { RelationshipChip } from '../records/RelationshipChip.js';
import { BillingFields, noBilling, tidyBilling } from './BillingFields.js';
import { ProductFields, tidyProducts } from './ProductFields.js';
import { useCompanyPatch } from './use-company.js';
import classes from './Company.module.css';

/** How the company stands with us, and since when: the retention of its people runs from the end. */
export function RelationshipFacts({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('section.relationship');
  const { startedOn, endedOn } = company.relationship;
  const words = ({ status }: Relationship) => t(`common:relationship.${status}`);
  return (
    <Facts title={label}>
      <InlineForm
        label={label}
        value={company.relationship}
        check={(draft) =>
          draft.startedOn && draft.endedOn && draft.endedOn < draft.startedOn
            ? t('records:error.dateOrder')
            : null
        }
        onSave={(relationship) =>
          save({ label, patch: { relationship }, show: (record) => words(record.relationship) })
        }
        fields={(draft, set, errorAt) => (
          <RelationshipFields value={draft} onChange={set} errorAt={errorAt} />
        )}
      >
        <div className={classes.productLine}>
          <RelationshipChip status={company.relationship.status} />
          <span className={classes.quiet}>
            {startedOn && endedOn
              ? t('between', { from: formatDate(startedOn), to: formatDate(endedOn) })
              : startedOn
                ? t('since', { date: formatDate(startedOn) })
                : endedOn && t('until', { date: formatDate(endedOn) })}
          </span>
        </div>
      </InlineForm>
    </Facts>
  );
}

interface RelationshipFieldsProps {
  value: Relationship;
  onChange: (relationship: Relationship) => void;
  errorAt?: (field: string) => string | undefined;
}

export function RelationshipFields({ value, onChange, errorAt }: RelationshipFieldsProps) {
  const { t } = useTranslation('companies');
  return (
    <div className={classes.parts}>
      <Select
        label={t('field.status')}
        data={relationshipStatuses.map((status) => ({
          value: status,
          label: t(`common:relationship.${status}`),
        }))}
        value={value.status}
        allowDeselect={false}
        onChange={(status) => status && onChange({ ...value, status: status })}
      />
      <div className={classes.pair}>
        <DateField
          label={t('field.startedOn')}
          value={value.startedOn}
          error={errorAt?.('relationship.startedOn')}
          onChange={(startedOn) => onChange({ ...value, startedOn })}
        />
        <DateField
          label={t('field.endedOn')}
          value={value.endedOn}
          error={errorAt?.('relationship.endedOn')}
          onChange={(endedOn) => onChange({ ...value, endedOn })}
        />
      </div>
    </div>
  );
}

export function ProductFacts({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('section.products');
  return (
    <Facts title={label}>
      <InlineForm
        label={label}
        value={company.products}
        empty={t('addProduct')}
        onSave={(draft) =>
          save({
            label,
            patch: { products: tidyProducts(draft) },
            show: ({ products }) => products.map(({ name }) => name).join(', '),
          })
        }
        fields={(draft, set, errorAt) => <ProductFields value={draft} onChange={set} errorAt={errorAt} />}
      >
        {company.products.length > 0 && (
          <ul className={classes.lines}>
            {company.products.map(({ name, status }) => (
              <li key={name} className={classes.productLine}>
                <span>{name}</span>
                <span className={classes.quiet}>{t(`records:productStatus.${status}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </InlineForm>
    </Facts>
  );
}

export function BillingFact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('section.billing');
  const { billing } = company;
  const lines = (value: Billing): [string, string | null][] => [
    [
      t('field.eInvoiceAddress'),
      [value.eInvoiceAddress, value.eInvoiceOperator].filter(Boolean).join(' / ') || null,
    ],
    [t('field.billingEmail'), value.email],
    [t('field.reference'), value.reference],
    [
      t('field.paymentTermDays'),
      value.paymentTermDays === null ? null : t('days', { count: value.paymentTermDays }),
    ],
  ];
  return (
    <Facts title={label}>
      <InlineForm
        label={label}
        value={billing ?? noBilling}
        empty={t('addBilling')}
        onSave={(draft) =>
          save({
            label,
            patch: { billing: tidyBilling(draft) },
            show: (record) => record.billing && (record.billing.eInvoiceAddress ?? record.billing.email),
          })
        }
        fields={(draft, set, errorAt) => <BillingFields value={draft} onChange={set} errorAt={errorAt} />}
      >
        {billing && (
          <ul className={classes.lines}>
            {lines(billing).map(
              ([name, value]) =>
                value && (
                  <li key={name}>
                    <span className={classes.lineLabel}>{name}</span>
                    {value}
                  </li>
                ),
            )}
          </ul>
        )}
      </InlineForm>
    </Facts>
  );
}
