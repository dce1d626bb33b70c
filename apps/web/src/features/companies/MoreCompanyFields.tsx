import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type Address,
  type Billing,
  companySizes,
  type CompanySize,
  type LegalForm,
  legalForms,
  type NewCompany,
  type Product,
} from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { DateField } from '../../ui/index.js';
import classes from '../records/MoreFields.module.css';
import { IndustryPicker } from '../records/pickers/IndustryPicker.js';
import { AddressFields, tidyAddresses } from './AddressFields.js';
import { BillingFields, noBilling, tidyBilling } from './BillingFields.js';
import { countryOptions } from './countries.js';
import { ProductFields, tidyProducts } from './ProductFields.js';

/** What the short form of a new company leaves out. */
export interface CompanyExtras {
  country: string;
  vatNumber: string;
  legalForm: LegalForm | null;
  industryCode: string | null;
  size: CompanySize | null;
  website: string;
  addresses: Address[];
  billing: Billing;
  products: Product[];
  startedOn: string | null;
  endedOn: string | null;
  /** Null: whoever adds the company. */
  ownerId: string | null;
}

export const noCompanyExtras: CompanyExtras = {
  country: 'FI',
  vatNumber: '',
  legalForm: null,
  industryCode: null,
  size: null,
  website: '',
  addresses: [],
  billing: noBilling,
  products: [],
  startedOn: null,
  endedOn: null,
  ownerId: null,
};

/** The extras as sent; the relationship's dates go beside its status. */
export function companyExtrasRequest(extras: CompanyExtras): Partial<NewCompany> {
  return {
    country: extras.country,
    vatNumber: extras.vatNumber.toUpperCase().replace(/[\s.-]/g, '') || null,
    legalForm: extras.legalForm,
    industryCode: extras.industryCode,
    size: extras.size,
    website: extras.website.trim() || null,
    addresses: tidyAddresses(extras.addresses),
    billing: tidyBilling(extras.billing),
    products: tidyProducts(extras.products),
    ...(extras.ownerId ? { ownerId: extras.ownerId } : {}),
  };
}

interface Props {
  values: CompanyExtras;
  set<Field extends keyof CompanyExtras>(this: void, field: Field, value: CompanyExtras[Field]): void;
  errors: Partial<Record<keyof CompanyExtras, string>>;
}

/** The rest of a company's fields. */
export function MoreCompanyFields(props: Props) {
  const { t } = useTranslation('companies');
  const { values, set } = props;
  return (
    <>
      <TradeFields {...props} />
      <fieldset className={classes.group}>
        <legend>{t('field.addresses')}</legend>
        <AddressFields value={values.addresses} onChange={(addresses) => set('addresses', addresses)} />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('field.products')}</legend>
        <ProductFields value={values.products} onChange={(products) => set('products', products)} />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('field.billing')}</legend>
        <BillingFields value={values.billing} onChange={(billing) => set('billing', billing)} />
      </fieldset>
    </>
  );
}

function TradeFields({ values, set, errors }: Props) {
  const { t } = useTranslation('companies');
  const users = useQuery(usersQuery).data?.items ?? [];
  const date = (field: 'startedOn' | 'endedOn') => (
    <DateField
      label={t(`field.${field}`)}
      value={values[field]}
      error={errors[field]}
      onChange={(day) => set(field, day)}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        {date('startedOn')}
        {date('endedOn')}
      </div>
      <IndustryPicker
        label={t('field.industryCode')}
        value={values.industryCode}
        error={errors.industryCode}
        onChange={(code) => set('industryCode', code)}
      />
      <div className={classes.pair}>
        <Select
          label={t('field.legalForm')}
          data={legalForms.map((value) => ({ value, label: t(`records:legalForm.${value}`) }))}
          value={values.legalForm}
          clearable
          onChange={(legalForm) => set('legalForm', legalForm)}
        />
        <Select
          label={t('field.size')}
          data={companySizes.map((value) => ({ value, label: t(`records:size.${value}`) }))}
          value={values.size}
          clearable
          onChange={(size) => set('size', size)}
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('field.country')}
          data={countryOptions()}
          value={values.country}
          searchable
          limit={40}
          allowDeselect={false}
          onChange={(country) => country && set('country', country)}
        />
        <TextInput
          label={t('field.vatNumber')}
          placeholder="SE556677889901"
          autoComplete="off"
          value={values.vatNumber}
          error={errors.vatNumber}
          onChange={(event) => set('vatNumber', event.currentTarget.value)}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('field.website')}
          autoComplete="off"
          value={values.website}
          error={errors.website}
          onChange={(event) => set('website', event.currentTarget.value)}
        />
        <Select
          label={t('field.ownerId')}
          placeholder={t('records:list.me')}
          data={users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          value={values.ownerId}
          clearable
          onChange={(ownerId) => set('ownerId', ownerId)}
        />
      </div>
    </>
  );
}
