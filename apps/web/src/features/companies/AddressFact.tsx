import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Address, Company } from '../../api/model.js';
import { Fact } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { AddressFields, tidyAddresses } from './AddressFields.js';
import { countryName } from './countries.js';
import { useCompanyPatch } from './use-company.js';
import classes from './Company.module.css';

/** `Kvarngatan 12 B, 65100 Vasa`, with the country when it is not Finland. */
function addressText({ street, postalCode, city, country }: Address): string {
  const post = [postalCode, city].filter(Boolean).join(' ');
  return [street, post, country === 'FI' ? null : countryName(country)].filter(Boolean).join(', ');
}

export function AddressFact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('field.addresses');
  const { addresses } = company;
  if (addresses === null) return null;
  return (
    <Fact label={label} icon={IconMapPin}>
      <InlineForm
        label={label}
        value={addresses}
        empty={t('addAddress')}
        onSave={(draft) =>
          save({
            label,
            patch: { addresses: tidyAddresses(draft) },
            show: (record) => record.addresses?.map(addressText).join('; ') ?? null,
          })
        }
        fields={(draft, set, errorAt) => <AddressFields value={draft} onChange={set} errorAt={errorAt} />}
      >
        {addresses.length > 0 && (
          <ul className={classes.lines}>
            {addresses.map((address, index) => (
              <li key={index}>
                <span className={classes.lineLabel}>{t(`records:addressType.${address.type}`)}</span>
                {addressText(address)}
              </li>
            ))}
          </ul>
        )}
      </InlineForm>
    </Fact>
  );
}
