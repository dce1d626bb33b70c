import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Address, type AddressType, addressTypes } from '../../api/model.js';
import { countryOptions } from './countries.js';
import classes from './Company.module.css';

interface Props {
  value: Address[];
  onChange: (addresses: Address[]) => void;
  errorAt?: (field: string) => string | undefined;
}

const empty = (type: AddressType): Address => ({ type, street: '', postalCode: '', city: '', country: 'FI' });

/** A company's addresses: visiting, postal and billing, as many as it has. */
export function AddressFields({ value, onChange, errorAt }: Props) {
  const { t } = useTranslation('companies');
  const addresses = value.length > 0 ? value : [empty('visiting')];
  const next = addressTypes.find((type) => !addresses.some((address) => address.type === type)) ?? 'visiting';
  return (
    <div className={classes.parts}>
      {addresses.map((address, index) => (
        <OneAddress
          key={index}
          value={address}
          onChange={(changed) => onChange(addresses.with(index, changed))}
          onRemove={
            addresses.length > 1 ? () => onChange(addresses.filter((_, other) => other !== index)) : undefined
          }
          errorAt={(field) => errorAt?.(`addresses.${index}.${field}`)}
        />
      ))}
      <Button
        className={classes.addPart}
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...addresses, empty(next)])}
      >
        {t('addAddress')}
      </Button>
    </div>
  );
}

interface OneProps {
  value: Address;
  onChange: (address: Address) => void;
  onRemove: (() => void) | undefined;
  errorAt: (field: string) => string | undefined;
}

function OneAddress({ value, onChange, onRemove, errorAt }: OneProps) {
  const { t } = useTranslation('companies');
  const text = (key: 'street' | 'postalCode' | 'city') => (
    <TextInput
      label={t(`field.${key}`)}
      value={value[key] ?? ''}
      error={errorAt(key)}
      autoComplete="off"
      inputMode={key === 'postalCode' ? 'numeric' : undefined}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.address}>
      <legend className="s-visually-hidden">{t(`records:addressType.${value.type}`)}</legend>
      <div className={classes.typeRow}>
        <Select
          aria-label={t('field.addressType')}
          data={addressTypes.map((type) => ({ value: type, label: t(`records:addressType.${type}`) }))}
          value={value.type}
          allowDeselect={false}
          onChange={(type) => type && onChange({ ...value, type: type })}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('common:action.remove')}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {text('street')}
      <div className={classes.post}>
        {text('postalCode')}
        {text('city')}
      </div>
      <Select
        label={t('field.country')}
        data={countryOptions()}
        value={value.country}
        searchable
        limit={40}
        allowDeselect={false}
        error={errorAt('country')}
        onChange={(country) => country && onChange({ ...value, country })}
      />
    </fieldset>
  );
}

/** As sent: without the empty ones, and null for what is empty. */
export function tidyAddresses(addresses: Address[]): Address[] {
  const tidy = (text: string | null) => text?.trim() || null;
  return addresses
    .map((address) => ({
      ...address,
      street: tidy(address.street),
      postalCode: tidy(address.postalCode),
      city: tidy(address.city),
    }))
    .filter(({ street, postalCode, city }) => street ?? postalCode ?? city);
}
